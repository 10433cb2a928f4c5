"""The messages of gym.proto, built when this module is imported.

Generated classes would be bound to the version of protobuf that generated them; these work with any from 3.20 on.
A test compares the table with what protoc makes of gym.proto.
"""

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

PACKAGE = "twinslice.gym.v1"
SERVICE = PACKAGE + ".Gym"

_FIELD = descriptor_pb2.FieldDescriptorProto
_TYPES = {
    "bool": _FIELD.TYPE_BOOL,
    "double": _FIELD.TYPE_DOUBLE,
    "float": _FIELD.TYPE_FLOAT,
    "int32": _FIELD.TYPE_INT32,
    "int64": _FIELD.TYPE_INT64,
    "string": _FIELD.TYPE_STRING,
}

_OUTCOMES = ["OUTCOME_UNSPECIFIED", "RUNNING", "TERMINATED", "TRUNCATED", "FAILED", "RESET"]
RUNNING, TERMINATED, TRUNCATED, FAILED, RESET = range(1, 6)

# Fields are numbered in order from 1. "*" repeats, "?" puts the field into the message's one oneof, "action".
_MESSAGES = {
    "ListRequest": "",
    "ListReply": "*Scenario scenarios",
    "Scenario": "string name, string description, int32 slices, int32 windows, int32 window_millis",
    "OpenRequest": "string scenario, int32 count, int32 windows",
    "OpenReply": "string session, *string measurements, *Twin twins, int32 prb_count, int32 window_millis,"
    " int32 windows, int64 idle_millis",
    "Twin": "string name, int32 sst, int32 sd, int32 deadline_millis, double reliability, int32 aoi_limit_millis,"
    " int32 min_kbit_per_second, double priority",
    "ResetRequest": "string session, *int32 environments, *int64 seeds",
    "StepRequest": "string session, ?Plans plans, ?Shares shares, bool autoreset",
    "Plans": "*int32 percent",
    "Shares": "*float values",
    "StepReply": "*Outcome outcomes, *int64 window_end_millis, *int32 measurements, *int32 quotas, *double rewards,"
    " *double costs, *bool broken, *string failures",
    "CloseRequest": "string session",
    "CloseReply": "",
}


def _field(message, number, text):
    kind, name = text.split()
    field = message.field.add(name=name, number=number)
    field.label = _FIELD.LABEL_REPEATED if kind.startswith("*") else _FIELD.LABEL_OPTIONAL
    if kind.startswith("?"):
        if not message.oneof_decl:
            message.oneof_decl.add(name="action")
        field.oneof_index = 0
    kind = kind.lstrip("*?")
    if kind in _TYPES:
        field.type = _TYPES[kind]
    else:
        field.type = _FIELD.TYPE_ENUM if kind == "Outcome" else _FIELD.TYPE_MESSAGE
        field.type_name = "." + PACKAGE + "." + kind


def file_descriptor():
    """The table as a FileDescriptorProto."""
    described = descriptor_pb2.FileDescriptorProto(
        name="twinslice/gym/v1/gym.proto", package=PACKAGE, syntax="proto3"
    )
    outcome = described.enum_type.add(name="Outcome")
    for number, name in enumerate(_OUTCOMES):
        outcome.value.add(name=name, number=number)
    for name, fields in _MESSAGES.items():
        message = described.message_type.add(name=name)
        for number, text in enumerate(filter(None, fields.split(", ")), 1):
            _field(message, number, text)
    return described


def _message_classes():
    # A pool of our own: two copies of this package in one process do not meet.
    pool = descriptor_pool.DescriptorPool()
    pool.AddSerializedFile(file_descriptor().SerializeToString())
    if hasattr(message_factory, "GetMessageClass"):
        make = message_factory.GetMessageClass
    else:
        make = message_factory.MessageFactory(pool).GetPrototype
    return {name: make(pool.FindMessageTypeByName(PACKAGE + "." + name)) for name in _MESSAGES}


globals().update(_message_classes())
