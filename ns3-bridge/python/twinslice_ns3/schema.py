# SPDX-License-Identifier: Apache-2.0
"""The messages of ns3.proto, built when this module is imported, with any protobuf from 3.20 on.

A test compares the table with what protoc makes of ns3.proto.
"""

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

PACKAGE = "twinslice.ns3.v1"
SERVICE = PACKAGE + ".Ns3"

_FIELD = descriptor_pb2.FieldDescriptorProto
_TYPES = {
    "double": _FIELD.TYPE_DOUBLE,
    "int32": _FIELD.TYPE_INT32,
    "int64": _FIELD.TYPE_INT64,
    "string": _FIELD.TYPE_STRING,
}

# Fields are numbered in order from 1; "*" repeats.
_MESSAGES = {
    "PingRequest": "string payload",
    "PingReply": "string payload, string ns3_version",
    "ResetRequest": "string environment, string scenario, int64 seed",
    "ResetReply": "int32 usable_prbs, *string slices, *double delay_edges_millis",
    "StepRequest": "string environment, *int32 plan, int32 millis",
    "StepReply": "int64 sim_millis, int64 events, int64 wall_micros, *SliceWindow slices",
    "SliceWindow": "int64 offered_bytes, int64 delivered_bytes, int64 queue_bytes, int64 datagrams_sent,"
    " int64 datagrams_received, int64 datagrams_dropped, int64 packets, int64 packets_delivered, int64 packets_late,"
    " int64 delay_sum_micros, int64 delay_max_micros, *int64 delay_histogram, int64 head_of_line_micros,"
    " double aoi_mean_millis, double aoi_peak_millis, double aoi_over_limit, double cqi_mean, double cqi_low,"
    " *int64 cqi_histogram, int32 ues, int64 ttis, int64 prb_new, int64 prb_retransmitted, int64 prb_idle_reserved,"
    " int64 blocks, int64 blocks_retransmitted, int64 blocks_given_up, int64 block_bytes, int64 first_acks,"
    " int64 first_nacks, int64 mcs_sum, int64 queue_byte_ttis, int64 queue_bytes_max, int64 backlogged_ttis",
    "CloseRequest": "string environment",
    "CloseReply": "",
}


def _field(message, number, text):
    kind, name = text.split()
    field = message.field.add(name=name, number=number)
    field.label = _FIELD.LABEL_REPEATED if kind.startswith("*") else _FIELD.LABEL_OPTIONAL
    kind = kind.lstrip("*")
    if kind in _TYPES:
        field.type = _TYPES[kind]
    else:
        field.type = _FIELD.TYPE_MESSAGE
        field.type_name = "." + PACKAGE + "." + kind


def file_descriptor():
    """The table as a FileDescriptorProto."""
    described = descriptor_pb2.FileDescriptorProto(
        name="twinslice/ns3/v1/ns3.proto", package=PACKAGE, syntax="proto3"
    )
    for name, fields in _MESSAGES.items():
        message = described.message_type.add(name=name)
        for number, text in enumerate(filter(None, fields.split(", ")), 1):
            _field(message, number, text)
    return described


def _message_classes():
    pool = descriptor_pool.DescriptorPool()
    pool.AddSerializedFile(file_descriptor().SerializeToString())
    if hasattr(message_factory, "GetMessageClass"):
        make = message_factory.GetMessageClass
    else:
        make = message_factory.MessageFactory(pool).GetPrototype
    return {name: make(pool.FindMessageTypeByName(PACKAGE + "." + name)) for name in _MESSAGES}


globals().update(_message_classes())
