"""Folders and files that dateline writes: whole or not at all, and nothing of the user's is touched."""

from dateline.outputs.disk import whole_file
from dateline.outputs.folder import check_output, finish, whole_folder
from dateline.outputs.manifest import (
    MANIFEST,
    OutputError,
    changed_files,
    is_output,
    is_unfinished,
    outside_outputs,
    own_version,
    read_manifest,
)

__all__ = [
    "MANIFEST",
    "OutputError",
    "changed_files",
    "check_output",
    "finish",
    "is_output",
    "is_unfinished",
    "outside_outputs",
    "own_version",
    "read_manifest",
    "whole_file",
    "whole_folder",
]
