"""The muscles that exercises are for and that glow in a picture."""

from __future__ import annotations

from enum import Enum


class Muscle(Enum):
    PIRIFORMIS = "piriformis"
    DEEP_ROTATORS = "deep rotators"
    GLUTEUS_MAXIMUS = "gluteus maximus"
    GLUTEUS_MEDIUS = "gluteus medius"
    GLUTEUS_MINIMUS = "gluteus minimus"
    HAMSTRINGS = "hamstrings"
    HIP_FLEXORS = "hip flexors"
    QUADRICEPS = "quadriceps"
    ADDUCTORS = "adductors"
    CALF = "calf"
    LUMBAR_EXTENSORS = "lumbar extensors"
    OBLIQUES = "obliques"
    ABDOMINALS = "abdominals"
    LATS = "lats"
