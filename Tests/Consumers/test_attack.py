"""Publishing on disks that fail and machines that stop. A short part with a fixed seed; `make attack` goes through every call.

ATTACK=all attacks every call with every fault; ATTACK=n so many calls with each."""

import os

import pytest
from attack import in_own_mounts, shim

SHARE = os.environ.get("ATTACK", "2")
ALL = 0
SEED = int(os.environ.get("ATTACK_SEED", "20261129"))


@pytest.mark.parametrize("is_mount", [False, True], ids=["directory", "volume"])
def test_whatever_call_fails_what_is_public_is_whole_and_is_what_the_program_says(tmp_path, is_mount):
    """Killed, EIO, ENOSPC and EDQUOT at the n-th call that changes the portal's disk. A plain directory is one release at every moment;
    a volume is put back when a call fails, and made whole by rollback or the next build when the machine stops."""
    share = ALL if SHARE == "all" else int(SHARE)
    found = in_own_mounts("break_calls", tmp_path, shim(tmp_path), is_mount, share, SEED)
    print(f"seed {SEED}", {name: value for name, value in found.items() if name != "failures"})
    assert found["attacks"] >= 4 * (2 * share or sum(found["calls"].values()))
    assert found["failures"] == []


if "ATTACK" in os.environ:

    @pytest.mark.parametrize("is_mount", [False, True], ids=["directory", "volume"])
    @pytest.mark.parametrize("filesystem", ["ext4", "xfs"])
    def test_what_a_power_cut_leaves_is_whole(tmp_path, filesystem, is_mount):
        """Copies of the disks, during builds, right after exit 0 and seconds later. It needs root, loop devices and mkfs."""
        found = in_own_mounts("cut_power", tmp_path, filesystem, is_mount, 7, SEED)
        print(f"seed {SEED}", {name: value for name, value in found.items() if name != "failures"})
        assert found["failures"] == []
