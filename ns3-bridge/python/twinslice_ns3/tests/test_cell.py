# SPDX-License-Identifier: Apache-2.0
"""What a cell of ns-3 keeps. Skipped where the worker is not built."""

import copy
import os
import unittest

from twinslice_ns3 import measure
from twinslice_ns3.worker import Refused, Worker

WORKER = os.environ.get("TWINSLICE_NS3_WORKER")


@unittest.skipUnless(WORKER, "TWINSLICE_NS3_WORKER names no worker, so nobody tried a cell of ns-3")
class CellTest(unittest.TestCase):
    def test_caps_hold_in_every_window_and_floors_whenever_a_slice_is_backlogged(self):
        found = measure.quotas([WORKER], 2, seed=1)
        self.assertEqual(found["windowsBeyondAThousandth"], 0, found)
        self.assertGreater(found["backloggedWindows"], 20)
        self.assertEqual(found["floorMisses"], 0, found)

    def test_a_dedicated_share_is_all_that_its_slice_gets(self):
        found = measure.hard_caps([WORKER], 0.5, seed=1)
        for cap, share in zip(found["caps"], found["shares"]):
            self.assertAlmostEqual(cap, share, delta=0.005)

    def test_what_is_dedicated_is_kept_from_others_even_when_idle(self):
        described = measure.overload(fading="none")
        described["slices"][2]["traffic"] = [{"kind": "poisson", "packetsPerSecond": 1e-4, "bytes": 100}]
        with measure.Cell([WORKER], described, 1) as cell:
            cell.step(300, [0, 0, 100, 0, 0, 100, 40, 40, 100])
            window = cell.step(300)
        for_others = sum(each["prbNew"] + each["prbRetransmitted"] for each in window["slices"][:2])
        self.assertAlmostEqual(for_others / (cell.usable * 300), 0.6, delta=0.005)
        self.assertAlmostEqual(window["slices"][2]["prbIdleReserved"] / (cell.usable * 300), 0.4, delta=0.005)

    def test_a_guarantee_is_lent_while_its_slice_is_idle(self):
        described = measure.overload(fading="none")
        described["slices"][2]["traffic"] = [{"kind": "poisson", "packetsPerSecond": 1e-4, "bytes": 100}]
        with measure.Cell([WORKER], described, 1) as cell:
            cell.step(300, [0, 0, 100, 0, 0, 100, 0, 40, 100])
            window = cell.step(300)
        for_others = sum(each["prbNew"] + each["prbRetransmitted"] for each in window["slices"][:2])
        self.assertGreater(for_others / (cell.usable * 300), 0.99)

    def test_totals_do_not_depend_on_the_length_of_steps(self):
        self.assertTrue(measure.step_lengths([WORKER], 1, seed=1, lengths=(1, 100))["same"])

    def test_the_same_seed_gives_the_same_windows_in_another_process(self):
        found = measure.determinism([WORKER], 0.5, seed=1)
        self.assertTrue(found["same"])
        self.assertTrue(found["otherSeedDiffers"])

    def test_scenarios_that_cannot_be_are_refused_with_the_place(self):
        def changed(path, value):
            scenario = copy.deepcopy(measure.scenario())
            inner = scenario
            for key in path[:-1]:
                inner = inner[key]
            if value is None:
                del inner[path[-1]]
            else:
                inner[path[-1]] = value
            return scenario

        for path, value, said in (
            (["prbs"], 51, "scenario.prbs"),
            (["prbs"], None, "scenario.prbs is missing"),
            (["fading"], "rayleigh", "epa3, eva60, etu3"),
            (["surprise"], 1, "scenario.surprise is not known"),
            (["slices"], [], "scenario.slices"),
            (["slices", 0, "ues"], 101, "scenario.slices[0].ues"),
            (["slices", 0, "ues"], 98, "more than 100"),
            (["slices", 0, "ues"], 2.5, "whole number"),
            (["slices", 1, "name"], "embb", "that of another slice"),
            (["slices", 1, "nearMetres"], 1600, "farMetres"),
            (["slices", 2, "traffic", 0, "bytes"], 1e9, "scenario.slices[2].traffic[0].bytes"),
            (["slices", 2, "traffic", 0, "kind"], "fractal", "one of"),
            (["slices", 2, "load"], [{"fromMillis": 5, "toMillis": 1, "factor": 1}], "toMillis"),
        ):
            with self.subTest(said):
                worker = Worker([WORKER])
                self.addCleanup(worker.close)
                with self.assertRaises(Refused) as caught:
                    worker.call({"call": "reset", "scenario": changed(path, value), "seed": 1}, measure.SECONDS)
                self.assertIn(said, str(caught.exception))

    def test_plans_that_cannot_be_are_refused_and_the_cell_goes_on(self):
        with measure.Cell([WORKER], measure.scenario(fading="none"), 1) as cell:
            for plan in (
                [0, 0, 100],
                [0] * 10,
                [0, 34, 100] * 3,
                [2, 1, 100] + [0, 0, 100] * 2,
                [0, 50, 40] + [0, 0, 100] * 2,
                [0, 0, 101] + [0, 0, 100] * 2,
                [0, 0, 1.5] + [0, 0, 100] * 2,
                ["0", 0, 100] + [0, 0, 100] * 2,
                [-1, 0, 100] + [0, 0, 100] * 2,
            ):
                with self.subTest(plan), self.assertRaises(Refused):
                    cell.step(10, plan)
            for millis in (0, -1, 60001, 1.5):
                with self.subTest(millis), self.assertRaises(Refused):
                    cell.step(millis)
            self.assertEqual(cell.step(10)["simMillis"], 10)
