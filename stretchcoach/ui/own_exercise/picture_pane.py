"""The picture of the exercise: photos of hold and start, or a figure drawn from the pose."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stretchcoach.core.content.side_words import side_word
from stretchcoach.core.content.sides import Side
from stretchcoach.core.language.i18n import tr
from stretchcoach.files.edit.spans import Plain
from stretchcoach.files.own_exercises.kept_files import KeptFiles
from stretchcoach.files.own_exercises.pictures import Photo, Pictures, Shape, Slot
from stretchcoach.files.pictures.picture_files import find_picture
from stretchcoach.files.yaml.nodes import KeyPath
from stretchcoach.ui.keepers.file_places import FilePlaces
from stretchcoach.ui.own_exercise.drawing import Drawing, can_draw
from stretchcoach.ui.own_exercise.drawing_bar import DrawingBar
from stretchcoach.ui.own_exercise.exercise_document import ExerciseDocument
from stretchcoach.ui.own_exercise.fields import WordsBox
from stretchcoach.ui.own_exercise.photo_reader import PhotoReader, Source
from stretchcoach.ui.own_exercise.photo_slot import PhotoSlot
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.controls.chips import ChipGroup, Option
from stretchcoach.ui.widgets.figure.figure_view import FigureView
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.labels import PlainLabel

FIGURE_PX = (360, 270)
ENDINGS = "*.jpg *.jpeg *.png *.webp"


class PicturePane(QWidget):
    """`told` has a sentence about what could not be done."""

    told = Signal(str)

    def __init__(
        self,
        theme: Theme,
        document: ExerciseDocument,
        photos: PhotoReader,
        kept: KeptFiles,
        places: FilePlaces,
        assets: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._document, self._photos = theme, document, photos
        self._kept, self._places, self._assets = kept, places, assets
        self._wants_photos = False
        self._waiting: Slot | None = None
        self._can_draw = can_draw()
        self.drawing = Drawing(kept, self)
        self.figure = FigureView(theme)
        self.figure.setFixedHeight(FIGURE_PX[1])
        self.use_photos = Button(theme, tr("Use a photo"))
        self.no_picture = Button(theme, tr("Take the picture away"))
        self.hold = PhotoSlot(theme, Slot.HOLD, tr("The hold, or the far end"))
        self.start = PhotoSlot(theme, Slot.START, tr("The start, if it is to move"))
        self.keep_present = Button(theme, tr("Keep the present picture"))
        self.shape = ChipGroup(theme, tr("Shape"), _shape_options())
        self.side = ChipGroup(
            theme, tr("The working side in the picture"),
            [Option(side.value, side_word(side)) for side in (Side.RIGHT, Side.LEFT)],
        )  # fmt: skip
        self.alt = WordsBox(
            theme, "alt", tr("The picture in words"), tr("For people who cannot see it")
        )
        self.draw = Button(theme, tr("Draw the figure from its pose"))
        self.work = DrawingBar(theme, self.drawing)
        self.about_pose = PlainLabel(theme, "", TextRole.SMALL, "ink2", wrap=True)
        self._build()
        self._connect()
        theme.follow(self)

    def refresh_theme(self) -> None:
        self.figure.setFixedHeight(self._theme.scaled(FIGURE_PX[1]))

    def refresh(self) -> None:
        """Show what the document says."""
        pictures, reading = self._document.state.pictures, self._document.reading
        has_photos = pictures is not None and pictures.has_photos
        path = self.present
        if has_photos:
            self._wants_photos = False
        slots = has_photos or self._wants_photos or path is None
        self._figure_box.setVisible(not slots)
        self._slots_box.setVisible(slots)
        self.keep_present.setVisible(slots and not has_photos and path is not None)
        self.shape.setVisible(has_photos)
        has_sides = reading.words(("sides",)) in ("each", "alternate")
        self.side.setVisible(has_sides and (has_photos or path is not None))
        self.alt.setVisible(has_photos or path is not None)
        if not slots:
            self.figure.show_figure(path, mirrored=False, at_hold=True)
            self.figure.play_to_hold(0)
        self._show_photos(pictures)
        side = reading.words(("figure_side",)) or Side.RIGHT.value
        self.side.set_key(side) if self.side.has_key(side) else self.side.set_none()
        self.alt.show_value(" ".join(reading.words(("alt",)).split()))
        self._show_drawing()

    def commit(self) -> None:
        """What was typed is meant."""
        self.alt.commit()

    @property
    def present(self) -> Path | None:
        """The picture that is shown now, where it is not photos that are being placed."""
        pictures = self._document.state.pictures
        if pictures is not None and pictures.drawn:
            return self._kept.path(pictures.drawn)
        figure = self._document.reading.words(("figure",))
        folders = (self._document.path.parent, self._assets)
        return find_picture(figure, folders) if figure else None

    def give(self, slot: Slot, source: Source) -> None:
        """Take in a photo for `slot`; a photo of one's own that is shown stays beside it."""
        present = self.present if self._document.state.pictures is None else None
        if present is not None and present.is_relative_to(self._assets):
            present = None
        self._photos.take(source, slot, present)

    def _build(self) -> None:
        self._figure_box = QWidget()
        inside = QVBoxLayout(self._figure_box)
        inside.setContentsMargins(0, 0, 0, 0)
        card = Card(self._theme, fill="sunken", border="sunken")
        framed = QHBoxLayout(card)
        framed.setContentsMargins(8, 8, 8, 8)
        framed.addWidget(self.figure)
        inside.addWidget(card)
        inside.addWidget(_flow(self.use_photos, self.no_picture))
        self._slots_box = QWidget()
        both = QHBoxLayout(self._slots_box)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(16)
        both.addWidget(self.hold, 1)
        both.addWidget(self.start, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for part in (
            PlainLabel(self._theme, tr("Picture"), TextRole.SECTION),
            *(self._figure_box, self._slots_box, _flow(self.keep_present), self.shape, self.side),
            *(self.alt, _flow(self.draw), self.work, self.about_pose),
        ):
            column.addWidget(part)

    def _connect(self) -> None:
        for slot in (self.hold, self.start):
            slot.file_asked.connect(self._on_file_asked)
            slot.source_given.connect(self._on_given)
            slot.placed.connect(self._on_placed)
            slot.turned.connect(self._on_turned)
            slot.removed.connect(self._on_removed)
            slot.nothing_there.connect(self._on_nothing_there)
        self._photos.taken.connect(self._on_taken)
        self._photos.ready.connect(self.refresh)
        self.use_photos.clicked.connect(self._on_use_photos)
        self.keep_present.clicked.connect(self._on_keep_present)
        self.no_picture.clicked.connect(self._on_no_picture)
        self.shape.chosen.connect(self._on_shape)
        self.side.chosen.connect(self._on_side)
        self.alt.edited.connect(self._on_alt)
        self.alt.left.connect(self._document.settle)
        self.draw.clicked.connect(self._on_draw)
        self.drawing.drawn.connect(self._on_drawn)
        self.drawing.failed.connect(self._on_not_drawn)
        self.drawing.cancelled.connect(self._end_drawing)

    def _show_photos(self, pictures: Pictures | None) -> None:
        pictures = pictures or Pictures()
        self._photos.load(
            photo.kept for photo in (pictures.hold, pictures.start) if photo is not None
        )
        for slot, photo in ((self.hold, pictures.hold), (self.start, pictures.start)):
            image = self._photos.image(photo.kept) if photo is not None else None
            slot.show_photo(photo, image, pictures.shape)
        self.shape.set_key(pictures.shape.value)

    def _show_drawing(self) -> None:
        has_pose = self._document.reading.has(("pose",))
        self.draw.setVisible(has_pose and self._can_draw)
        self.draw.setEnabled(not self.drawing.is_running)
        words = ""
        if has_pose and self._can_draw:
            words = tr("The pose stands in the text; drawing takes a minute or more.")
        elif has_pose:
            words = tr("Drawing needs more: pip install “stretchcoach[figure]”")
        self.about_pose.setText(words)
        self.about_pose.setVisible(bool(words))

    # Photos.

    def _slot(self) -> Slot:
        sender = self.sender()
        return sender.slot if isinstance(sender, PhotoSlot) else Slot.HOLD

    def _on_file_asked(self) -> None:
        self._waiting = self._slot()
        names = tr("Photos ({endings})", endings=ENDINGS)
        dialog = self._places.choose(self.window(), tr("Choose a photo"), [names])
        dialog.fileSelected.connect(self._on_file)

    def _on_file(self, path: str) -> None:
        if path and self._waiting is not None:
            self.give(self._waiting, Path(path))

    def _on_given(self, source: Source) -> None:
        self.give(self._slot(), source)

    def _on_taken(self, taken: dict[Slot, str]) -> None:
        """Its words were those of another picture."""
        before = self._document.state.pictures
        pictures = before or Pictures()
        for slot, name in taken.items():
            pictures = pictures.with_photo(slot, Photo(name))
        wanted: dict[KeyPath, Plain | None] = {}
        if before is None or before.drawn:
            wanted = {("alt",): None, ("figure_side",): Side.RIGHT.value}
        self._document.set_pictures(pictures, wanted=wanted)

    def _on_placed(self, photo: Photo) -> None:
        self._set_photo(photo, about=f"placed {self._slot().value}")

    def _on_turned(self, photo: Photo) -> None:
        self._set_photo(photo)

    def _on_removed(self) -> None:
        self._set_photo(None)

    def _set_photo(self, photo: Photo | None, about: str = "") -> None:
        pictures = (self._document.state.pictures or Pictures()).with_photo(self._slot(), photo)
        self._document.set_pictures(pictures if pictures.has_photos else None, about)

    def _on_nothing_there(self) -> None:
        self.told.emit(tr("There is no picture in the clipboard."))

    def _on_use_photos(self) -> None:
        self._wants_photos = True
        self.refresh()
        self.hold.choose.setFocus()

    def _on_keep_present(self) -> None:
        self._wants_photos = False
        self.refresh()
        self.use_photos.setFocus()

    def _on_no_picture(self) -> None:
        self._document.set_pictures(None, wanted={("figure",): None, ("alt",): None})

    def _on_shape(self, key: str) -> None:
        pictures = self._document.state.pictures
        if pictures is not None:
            self._document.set_pictures(replace(pictures, shape=Shape(key)))

    def _on_side(self, key: str) -> None:
        self._document.set_keys({("figure_side",): key})

    def _on_alt(self, key: str, text: str) -> None:
        self._document.set_keys({("alt",): " ".join(text.split()) or None}, key)

    # The figure.

    def _on_draw(self) -> None:
        exercise = self._document.reading.exercise
        if exercise is None:
            self.told.emit(tr("The text has a problem: mend it first."))
            return
        self.drawing.begin(exercise.id, self._document.state.text)
        self._show_drawing()
        self.work.cancel.setFocus()

    def _on_drawn(self, name: str) -> None:
        self._end_drawing()
        self._wants_photos = False
        self._document.set_pictures(Pictures(drawn=name))

    def _on_not_drawn(self, sentence: str) -> None:
        self._end_drawing()
        self.told.emit(sentence)

    def _end_drawing(self) -> None:
        self._show_drawing()


def _shape_options() -> tuple[Option, ...]:
    return (
        Option(Shape.WIDE.value, tr("Wide")),
        Option(Shape.SQUARE.value, tr("Square")),
        Option(Shape.TALL.value, tr("Tall")),
    )


def _flow(*widgets: QWidget) -> QWidget:
    box = QWidget()
    flow = FlowLayout(8, box)
    for widget in widgets:
        flow.addWidget(widget)
    return box
