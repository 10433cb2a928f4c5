# SPDX-License-Identifier: Apache-2.0
"""Serves cells of ns-3 by gRPC. ns-3 itself runs in processes of its own and is never loaded here."""
