"""The table of messages says what gym.proto says."""

import os
import pathlib
import unittest

from google.protobuf import descriptor_pb2

from twinslice_gym import schema


class SchemaTest(unittest.TestCase):
    def test_the_table_equals_the_descriptor_that_protoc_made(self):
        named = os.environ.get("TWINSLICE_GYM_DESCRIPTOR")
        if not named:
            self.skipTest("TWINSLICE_GYM_DESCRIPTOR names no descriptor, so nobody compared the table with gym.proto")
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

    def test_outcomes_have_their_numbers(self):
        enum = {value.name: value.number for value in schema.file_descriptor().enum_type[0].value}
        for name in ("RUNNING", "TERMINATED", "TRUNCATED", "FAILED", "RESET"):
            self.assertEqual(enum[name], getattr(schema, name))
