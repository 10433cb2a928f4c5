# SPDX-License-Identifier: Apache-2.0
"""The table of messages says what ns3.proto says."""

import os
import pathlib
import unittest

from google.protobuf import descriptor_pb2

from twinslice_ns3 import schema


class SchemaTest(unittest.TestCase):
    def test_the_table_equals_the_descriptor_that_protoc_made(self):
        named = os.environ.get("TWINSLICE_NS3_DESCRIPTOR")
        if not named:
            self.skipTest("TWINSLICE_NS3_DESCRIPTOR names no descriptor, so nobody compared the table with ns3.proto")
        made = descriptor_pb2.FileDescriptorProto.FromString(pathlib.Path(named).read_bytes())
        mine = schema.file_descriptor()
        for described in (made, mine):
            described.ClearField("options")
            described.ClearField("service")
            for message in described.message_type:
                for field in message.field:
                    field.ClearField("json_name")
        made.message_type.sort(key=lambda message: message.name)
        mine.message_type.sort(key=lambda message: message.name)
        self.assertEqual(made, mine)
