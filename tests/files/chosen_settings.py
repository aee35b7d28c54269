"""Settings that are all unlike those at first, and a file with any content."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.content.terms import Caution
from stretchcoach.core.session.sound_profile import SoundProfile
from stretchcoach.core.settings import LookChoice, Motion, Settings

CHOSEN = Settings(
    affected=AffectedSide.RIGHT,
    sound_profile=SoundProfile.SOUNDS,
    routine_sound_profiles=(("evening", SoundProfile.SILENT),),
    volume=0.25,
    pan_to_side=True,
    extra_get_ready_ms=10_000,
    breathing_guide=False,
    breathe_in_s=3,
    breathe_out_s=7,
    look=LookChoice.DARK,
    motion=Motion.REDUCED,
    text_scale=1.5,
    language="de",
    hidden_cautions=(Caution.KNEE, Caution.NERVE),
    welcomed=True,
    window_geometry="AdnQ",
)


def put(path: Path, **values: Any) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(values), "utf-8")
