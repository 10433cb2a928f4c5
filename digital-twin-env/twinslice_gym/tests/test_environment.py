"""Both environments keep the Gymnasium API, and refuse what is wrong with a typed error."""

import unittest

import numpy as np

from twinslice_gym import InvalidRequest, NoEpisode, ServerLost, TwinsliceError, spaces
from twinslice_gym.tests import gym_under_test as gym


def play(env, seed, actions):
    observations = [env.reset(seed=seed)[0]]
    rewards = []
    for action in actions:
        observation, reward, *_ = env.step(action)
        observations.append(observation)
        rewards.append(reward)
    return np.array(observations), np.array(rewards)


class SingleTest(unittest.TestCase):
    def setUp(self):
        self.env = gym.env()
        self.addCleanup(self.env.close)

    def test_it_is_an_env_with_spaces_metadata_and_itself_below(self):
        self.assertIsInstance(self.env, spaces.Env)
        self.assertIs(self.env.unwrapped, self.env)
        self.assertEqual(self.env.metadata["render_modes"], [])
        self.assertIsNone(self.env.render())
        self.assertEqual(self.env.observation_space.shape, (gym.SLICES, 17))
        self.assertEqual(len(self.env.observation_names), 17)
        self.assertEqual(self.env.action_space.shape, (gym.SLICES, 4))
        self.assertEqual([twin.name for twin in self.env.twins], ["factory", "vehicle", "health", "building"])

    def test_reset_and_step_answer_in_the_right_types_and_inside_their_spaces(self):
        observation, info = self.env.reset(seed=1)
        self.assertIn(observation, self.env.observation_space)
        self.assertEqual(observation.dtype, np.float32)
        self.assertIsInstance(info, dict)
        for _ in range(gym.WINDOWS):
            observation, reward, terminated, truncated, info = self.env.step(self.env.action_space.sample())
            self.assertIn(observation, self.env.observation_space)
            self.assertIs(type(reward), float)
            self.assertTrue(-1 <= reward <= 0)
            self.assertIs(type(terminated), bool)
            self.assertIs(type(truncated), bool)
            self.assertEqual(info["costs"].shape, (gym.SLICES, 3))
            self.assertTrue(((info["costs"] >= 0) & (info["costs"] <= 1)).all())
            self.assertTrue((info["broken"] == (info["costs"] > 0).any(axis=1)).all())
        self.assertEqual((terminated, truncated), (False, True))

    def test_the_reward_is_the_share_of_the_priorities_that_were_let_down(self):
        priorities = np.array([twin.priority for twin in self.env.twins])
        self.env.reset(seed=3)
        nothing = np.full((gym.SLICES, 4), -1, np.float32)
        _, reward, _, _, info = self.env.step(nothing)
        self.assertTrue(info["broken"].any(), "a cell without PRBs breaks promises")
        self.assertAlmostEqual(reward, -(priorities @ info["broken"]) / priorities.sum())

    def test_the_same_seed_and_actions_give_the_same_episode_and_another_seed_another(self):
        self.env.action_space.seed(5)
        actions = [self.env.action_space.sample() for _ in range(gym.WINDOWS)]
        first, rewards = play(self.env, 7, actions)
        again, same = play(self.env, 7, actions)
        np.testing.assert_array_equal(first, again)
        np.testing.assert_array_equal(rewards, same)
        self.assertFalse(np.array_equal(first, play(self.env, 8, actions)[0]))

    def test_a_reset_without_a_seed_goes_on_with_the_chance_of_the_last_seed(self):
        def second():
            self.env.reset(seed=11)
            return self.env.reset()[0]

        one = second()
        np.testing.assert_array_equal(one, second())
        self.assertFalse(np.array_equal(one, self.env.reset()[0]))

    def test_the_plan_of_an_action_is_in_force_in_the_observation(self):
        env = gym.env(action="plan")
        self.addCleanup(env.close)
        env.reset(seed=1)
        plan = np.array([[10, 20, 100], [0, 20, 30], [0, 0, 100], [5, 60, 60]], np.int32)
        observation = env.step(plan)[0]
        np.testing.assert_array_equal(observation[:, -3:], plan)

    def test_what_cannot_be_is_refused_with_words_and_the_episode_goes_on(self):
        env = gym.env(action="plan")
        self.addCleanup(env.close)
        env.reset(seed=1)
        slices = gym.SLICES
        for action, words in (
            (np.full((slices, 3), [0, 26, 100]), "add up to 104"),
            (np.full((slices, 3), [20, 10, 100]), "slice 0"),
            (np.full((slices, 3), 101), "0..100"),
            (np.full((slices, 3), 0.5), "whole percents"),
            (np.zeros((slices, 4), np.int32), "shape"),
        ):
            with self.assertRaisesRegex(InvalidRequest, words):
                env.step(action)
        env.step(np.full((slices, 3), [0, 25, 100]))
        self.env.reset(seed=1)
        with self.assertRaisesRegex(InvalidRequest, "NaN"):
            self.env.step(np.full((slices, 4), np.nan))
        with self.assertRaisesRegex(InvalidRequest, "numbers"):
            self.env.step(np.full((slices, 4), "0"))
        self.env.step(np.full((slices, 4), np.inf))
        for seed in (-1, 2**63, 1.5, "1"):
            with self.assertRaisesRegex(InvalidRequest, "seed"):
                self.env.reset(seed=seed)
        for options in ({"windows": -1}, {"windows": 100_001}, {"windows": 2**40}, {"action": "x"}, {"timeout": 0}):
            with self.assertRaises(InvalidRequest, msg=str(options)):
                gym.env(**options)

    def test_a_step_before_the_reset_after_the_end_and_after_close_is_refused(self):
        action = self.env.action_space.sample()
        with self.assertRaisesRegex(NoEpisode, "reset"):
            self.env.step(action)
        self.env.reset(seed=1)
        for _ in range(gym.WINDOWS):
            self.env.step(action)
        with self.assertRaisesRegex(NoEpisode, "reset"):
            self.env.step(action)
        self.env.reset(seed=2)
        self.env.step(action)
        self.env.close()
        self.env.close()
        with self.assertRaises(NoEpisode):
            self.env.step(action)
        with self.assertRaises(TwinsliceError):
            self.env.reset()

    def test_nobody_at_the_address_is_told_at_once(self):
        with self.assertRaisesRegex(ServerLost, "127.0.0.1:9"):
            gym.env(address="127.0.0.1:9")


class VectorTest(unittest.TestCase):
    COUNT = 5

    def setUp(self):
        self.env = gym.vector(self.COUNT)
        self.addCleanup(self.env.close)
        self.env.action_space.seed(1)

    def test_it_is_a_vector_env_with_spaces_of_its_number(self):
        self.assertIsInstance(self.env, spaces.VectorEnv)
        self.assertEqual(self.env.num_envs, self.COUNT)
        self.assertEqual(self.env.observation_space.shape, (self.COUNT, *self.env.single_observation_space.shape))
        self.assertEqual(self.env.action_space.shape, (self.COUNT, *self.env.single_action_space.shape))
        self.assertIn("autoreset_mode", self.env.metadata)

    def test_every_environment_plays_what_it_would_play_alone(self):
        actions = [self.env.action_space.sample() for _ in range(gym.WINDOWS)]
        together, rewards = play(self.env, 20, actions)
        alone = gym.env()
        self.addCleanup(alone.close)
        for i in (0, self.COUNT - 1):
            own, reward = play(alone, 20 + i, [action[i] for action in actions])
            np.testing.assert_array_equal(together[:, i], own)
            np.testing.assert_array_equal(rewards[:, i], reward)

    def test_ended_episodes_are_followed_by_others_at_the_next_step(self):
        first, infos = self.env.reset(seed=[4, 5, 6, 7, 8])
        self.assertTrue(infos["_broken"].all())
        for step in range(1, 2 * gym.WINDOWS + 2):
            observations, rewards, terminated, truncated, infos = self.env.step(self.env.action_space.sample())
            self.assertIn(observations, self.env.observation_space)
            self.assertEqual(rewards.shape, (self.COUNT,))
            self.assertEqual(truncated.dtype, np.bool_)
            self.assertEqual(truncated.all(), step in (gym.WINDOWS, 2 * gym.WINDOWS + 1))
            self.assertFalse(terminated.any() or infos["failed"].any())
            if step == gym.WINDOWS + 1:
                self.assertTrue((rewards == 0).all())
                self.assertFalse(np.array_equal(observations, first), "the next episode is another one")

    def test_a_mask_resets_some_and_leaves_the_others(self):
        self.env.reset(seed=1)
        before = self.env.step(self.env.action_space.sample())[0]
        mask = np.array([False, True, False, False, True])
        after, infos = self.env.reset(seed=30, options={"reset_mask": mask})
        np.testing.assert_array_equal(after[~mask], before[~mask])
        np.testing.assert_array_equal(infos["_costs"], mask)
        alone = gym.env()
        self.addCleanup(alone.close)
        np.testing.assert_array_equal(after[4], alone.reset(seed=34)[0])
        with self.assertRaises(InvalidRequest):
            self.env.reset(options={"reset_mask": np.zeros(self.COUNT, bool)})

    def test_what_it_returned_stays_what_it_was(self):
        observation = self.env.reset(seed=1)[0]
        kept = observation.copy()
        self.env.step(self.env.action_space.sample())
        np.testing.assert_array_equal(observation, kept)

    def test_seeds_and_numbers_that_cannot_be_are_refused(self):
        for seed in ([1, 2], [1, 2, 3, 4, -5], -1, 2**63 - 1):
            with self.assertRaises(InvalidRequest, msg=str(seed)):
                self.env.reset(seed=seed)
        for count in (0, -1, 10**9):
            with self.assertRaisesRegex(InvalidRequest, "count"):
                gym.vector(count)
