"""The terms of exercises as people read them."""

from __future__ import annotations

from stretchcoach.core.content.terms import Equipment, ExerciseKind, Position
from stretchcoach.core.language.i18n import tr, trc


def position_word(position: Position) -> str:
    return {
        Position.SUPINE: tr("On the back"),
        Position.PRONE: tr("On the front"),
        Position.SIDE: tr("On the side"),
        Position.FLOOR: tr("On the floor"),
        Position.KNEELING: tr("Kneeling"),
        Position.QUADRUPED: tr("On hands and knees"),
        Position.SEATED: tr("On a chair"),
        Position.STANDING: tr("Standing"),
    }[position]


def equipment_word(equipment: Equipment) -> str:
    return {
        Equipment.MAT: tr("Mat"),
        Equipment.CHAIR: tr("Chair"),
        Equipment.WALL: tr("Wall"),
        Equipment.STRAP: tr("Strap"),
        Equipment.BALL: tr("Soft ball"),
        Equipment.CUSHION: tr("Cushion"),
        Equipment.TABLE: tr("Table or counter"),
        Equipment.BAND: tr("Band"),
        Equipment.STEP: tr("Step"),
        Equipment.STOOL: tr("Low stool"),
        Equipment.BED: tr("Bed"),
        Equipment.ROLLER: tr("Foam roller"),
    }[equipment]


def kind_word(kind: ExerciseKind) -> str:
    return {
        ExerciseKind.STRETCH: trc("kind", "Stretch"),
        ExerciseKind.MOBILITY: trc("kind", "Mobility"),
        ExerciseKind.GLIDE: trc("kind", "Nerve glide"),
        ExerciseKind.STRENGTH: trc("kind", "Strength"),
        ExerciseKind.RELEASE: trc("kind", "Pressure release"),
        ExerciseKind.REST: trc("kind", "Rest"),
    }[kind]
