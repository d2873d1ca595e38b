"""The system's reasons (disk full, no rights ...) in the reader's words."""

import errno
import os

from simulator.i18n import N_, _

_REASONS = {
    os.strerror(number): text
    for number, text in {
        errno.ENOSPC: N_("the disk is full"),
        errno.EDQUOT: N_("your share of the disk is used up"),
        errno.EFBIG: N_("the file may not grow any further"),
        errno.EROFS: N_("the disk is read-only"),
        errno.EACCES: N_("you have no right to it"),
        errno.EPERM: N_("you have no right to it"),
        errno.ENOENT: N_("there is no such file or folder"),
        errno.EEXIST: N_("there is such a file already"),
        errno.EISDIR: N_("it is a folder, not a file"),
        errno.ENOTDIR: N_("a part of its path is a file, not a folder"),
        errno.ENAMETOOLONG: N_("its name is too long"),
        errno.EIO: N_("the disk does not answer properly"),
    }.items()
}


def reason_in_words(reason: str | None) -> str:
    """The system's reason in the reader's language where it is a known one, else as the system gives it."""
    return _(_REASONS[reason]) if reason in _REASONS else reason or ""
