"""What there is to choose from in more than one place: sides and sounds, in words and arrows."""

from __future__ import annotations

from stretchcoach.core.content.side_words import side_word
from stretchcoach.core.content.sides import AffectedSide, Side
from stretchcoach.core.language.i18n import tr, trc
from stretchcoach.core.session.sound_profile import SoundProfile
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.widgets.controls.chips import Option


def side_options() -> tuple[Option, ...]:
    """The affected side; the keys are the values of `AffectedSide`."""
    return (
        # Translators: no side of the body is affected.
        Option(AffectedSide.NONE.value, trc("affected side", "None")),
        Option(AffectedSide.LEFT.value, side_word(Side.LEFT), IconName.ARROW_LEFT),
        Option(AffectedSide.RIGHT.value, side_word(Side.RIGHT), IconName.ARROW_RIGHT, True),
        # Translators: both sides of the body are affected.
        Option(AffectedSide.BOTH.value, trc("affected side", "Both")),
    )


def sound_options() -> tuple[Option, ...]:
    """What is heard in a session; the keys are the values of `SoundProfile`."""
    return (
        Option(SoundProfile.VOICE_AND_SOUNDS.value, tr("Voice and sounds")),
        Option(SoundProfile.SOUNDS.value, tr("Sounds only")),
        Option(SoundProfile.SILENT.value, tr("Silent")),
    )
