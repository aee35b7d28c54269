"""Photos of an exercise: taken in, placed, saved with nothing of what a camera wrote."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage, QTransform
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from stretchcoach.files.own_exercises.pictures import Photo, Pictures, Shape, Slot
from stretchcoach.files.pictures.picture_header import PictureKind, picture_header
from stretchcoach.files.pictures.picture_orientation import orientation_number
from stretchcoach.ui.own_exercise.exercise_editor import ExerciseEditor
from stretchcoach.ui.own_exercise.photo_image import bare, framed, picture_of
from stretchcoach.ui.own_exercise.photo_reader import source_in
from stretchcoach.ui.widgets.figure.figure_frames import open_picture
from tests.files.pictures import hostile_pictures
from tests.ui.own_exercise.conftest import Place
from tests.ui.own_exercise.photos import (
    COMMENT,
    MAKER,
    PLACE,
    as_bytes,
    image,
    phone_photo,
)


def is_red(colour: QColor) -> bool:
    return colour.red() > 180 and colour.blue() < 80


def is_blue(colour: QColor) -> bool:
    return colour.blue() > 180 and colour.red() < 80


@pytest.fixture
def editor(place: Place) -> ExerciseEditor:
    place.ways.new_asked.emit()
    editor = place.editor
    QTest.keyClicks(editor.words.name.field, "Towel slide")
    QTest.keyClicks(editor.words.how[1].field, "Slide.")
    editor.commit()
    return editor


def give(editor: ExerciseEditor, source: object, slot: Slot = Slot.HOLD) -> None:
    editor.picture.give(slot, source)  # type: ignore[arg-type]
    editor.photos.wait()
    QTest.qWait(0)


def saved_picture(place: Place) -> Path:
    [found] = (place.paths.exercises / "figures").glob("*.webp")
    return found


def test_a_phones_photo_stands_upright_and_tells_nothing(
    place: Place, editor: ExerciseEditor, tmp_path: Path
) -> None:
    lying = image(90, 120).transformed(QTransform().rotate(-90))
    content = phone_photo(lying, orientation=6)
    assert orientation_number(content, PictureKind.JPEG) == 6
    assert all(secret in content for secret in (MAKER, PLACE, COMMENT, b"Exif"))
    file = tmp_path / "IMG_0001.jpg"
    file.write_bytes(content)
    give(editor, file)
    assert editor.save()
    path = saved_picture(place)
    picture = open_picture(path)
    assert picture is not None
    [shown] = picture.frames(QSize(2000, 2000))
    assert shown.size() == QSize(1200, 900)
    assert is_red(shown.pixelColor(600, 100))
    assert is_blue(shown.pixelColor(600, 800))
    kept = [file for file in place.paths.drafts.rglob("*") if file.is_file()]
    written = [path, *place.paths.exercises.glob("*.yaml*"), *kept]
    for each in written:
        there = each.read_bytes()
        for secret in (MAKER, PLACE, COMMENT, b"Exif", b"GPS", b"IMG_0001", b"ICCP"):
            assert secret not in there, (each, secret)
    assert picture_header(path.read_bytes(), PictureKind.WEBP) is not None
    assert f"figure: figures/{path.name}\n" in place.own_file("towel-slide.yaml").read_text()


def test_what_a_photo_is_kept_as_says_nothing_either(editor: ExerciseEditor, place: Place) -> None:
    give(editor, phone_photo(image(), orientation=3))
    [kept] = list(place.paths.drafts.rglob("*.jpg"))
    for secret in (MAKER, PLACE, COMMENT, b"Exif"):
        assert secret not in kept.read_bytes()
    pictures = editor.document.state.pictures
    assert pictures is not None
    assert pictures.hold is not None
    shown = editor.photos.image(pictures.hold.kept)
    assert shown is not None
    assert is_blue(shown.pixelColor(60, 10))  # it stood on its head


def test_start_and_hold_make_one_picture_that_moves(place: Place, editor: ExerciseEditor) -> None:
    start, hold = image(), image()
    start.fill(QColor("#20c020"))
    give(editor, as_bytes(hold, "png"))
    give(editor, as_bytes(start, "png"), Slot.START)
    editor.picture.shape.button("square").click()
    assert editor.save()
    picture = open_picture(saved_picture(place))
    assert picture is not None
    first, last = picture.frames(QSize(1000, 1000))
    assert first.size() == QSize(1000, 1000)
    assert first.pixelColor(500, 500).green() > 150
    assert is_red(last.pixelColor(500, 100))


def test_a_photo_is_dragged_turned_made_larger_and_taken_away(editor: ExerciseEditor) -> None:
    give(editor, as_bytes(image(400, 100), "png"))
    hold = editor.picture.hold
    frame = hold.frame

    def photo() -> Photo:
        pictures = editor.document.state.pictures
        assert pictures is not None
        assert pictures.hold is not None
        return pictures.hold

    centre = QPoint(frame.width() // 2, frame.height() // 2)
    QTest.mousePress(frame, Qt.MouseButton.LeftButton, pos=centre)
    QTest.mouseMove(frame, centre + QPoint(40, 0))
    QTest.mouseRelease(frame, Qt.MouseButton.LeftButton, pos=centre + QPoint(40, 0))
    assert photo().across < 0.5
    assert photo().down == 0.5  # there is nothing beyond
    across = photo().across
    QTest.keyClick(frame, Qt.Key.Key_Right)
    assert photo().across > across
    QTest.keyClick(frame, Qt.Key.Key_Plus)
    assert photo().zoom == pytest.approx(1.1)
    QTest.keyClick(frame, Qt.Key.Key_Minus)
    assert photo().zoom == pytest.approx(1.0)
    hold.more.click()
    hold.less.click()
    frame.zoom(1000, QPointF(0, 0))
    assert photo().zoom == 6
    hold.turn.click()
    assert photo().quarter_turns == 1
    hold.remove.click()
    assert editor.document.state.pictures is None
    editor.head.undo.click()
    assert photo().quarter_turns == 1


@pytest.mark.parametrize("photo", [Photo("a"), Photo("a", 0, 2.0, 0.0, 0.0), Photo("a", 2)])
@pytest.mark.parametrize("shape", list(Shape))
def test_the_frame_is_always_full(photo: Photo, shape: Shape) -> None:
    white = image(70, 200)
    shown = framed(white, photo, QSize(*shape.size_px))
    assert shown.size() == QSize(*shape.size_px)
    corners = [(x, y) for x in (0, shown.width() - 1) for y in (0, shown.height() - 1)]
    for corner in corners:
        colour = shown.pixelColor(*corner)
        assert is_red(colour) or is_blue(colour)


def test_what_can_be_seen_through_stands_on_paper() -> None:
    clear = QImage(10, 10, QImage.Format.Format_ARGB32)
    clear.fill(QColor(0, 0, 0, 0))
    clear.setText("Author", "somebody")
    assert bare(clear).pixelColor(5, 5) == QColor("white")
    assert bare(clear).textKeys() == []
    content = picture_of(Pictures(hold=Photo("a")), lambda name: bare(clear))
    assert b"somebody" not in content


def test_a_second_photo_joins_the_one_that_was_saved(place: Place, editor: ExerciseEditor) -> None:
    give(editor, as_bytes(image(), "png"))
    assert editor.save()
    place.settle()
    editor.head.back.click()
    place.ways.change_asked.emit("towel-slide")
    again = place.editor
    assert again.picture.figure.isVisibleTo(again)
    again.picture.use_photos.click()
    give(again, as_bytes(image(), "png"), Slot.START)
    pictures = again.document.state.pictures
    assert pictures is not None
    assert pictures.hold is not None
    assert again.save()
    names = [file.name for file in (place.paths.exercises / "figures").iterdir()]
    assert len(names) == 2  # the one before stays with the text before
    text = place.own_file("towel-slide.yaml").read_text()
    [now] = [name for name in names if name in text]
    picture = open_picture(place.paths.exercises / "figures" / now)
    assert picture is not None
    assert picture.count == 2


def test_the_programs_picture_gives_way_to_a_photo_and_its_words_go(place: Place) -> None:
    place.ways.change_asked.emit("bridge")
    editor = place.editor
    before = editor.document.state
    assert editor.picture.alt.text
    editor.picture.use_photos.click()
    assert editor.picture.keep_present.isVisible()
    give(editor, as_bytes(image(), "png"))
    assert editor.picture.alt.text == ""
    pictures = editor.document.state.pictures
    assert pictures is not None
    assert pictures.start is None  # a drawing does not go with a photo
    editor.head.undo.click()
    assert editor.document.state == before
    editor.picture.keep_present.click()
    editor.picture.no_picture.click()
    assert "figure:" not in editor.document.state.text
    assert editor.picture.hold.isVisible()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\0\0\0\x18ftypheic" + bytes(40), "HEIC"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no PNG, JPEG or WebP"),
        (b"", "no PNG, JPEG or WebP"),
        (b"\x89PNG\r\n\x1a\n" + bytes(30), "damaged"),
    ],
)
def test_what_is_no_photo_is_refused_in_words(
    editor: ExerciseEditor, tmp_path: Path, content: bytes, words: str
) -> None:
    file = tmp_path / "photo.jpg"
    file.write_bytes(content)
    before = editor.document.state
    give(editor, file)
    assert words in editor.notice.words.text()
    assert "photo.jpg" in editor.notice.words.text()
    assert editor.document.state == before


def test_a_bomb_is_refused_before_it_is_decoded(editor: ExerciseEditor, tmp_path: Path) -> None:
    file = tmp_path / "bomb.png"
    file.write_bytes(hostile_pictures.png(60_000, 60_000))
    give(editor, file)
    assert "60000 x 60000" in editor.notice.words.text()
    file.write_bytes(bytes(21 * 1024 * 1024))
    give(editor, file)
    assert "bomb.png cannot be used" in editor.notice.words.text()
    give(editor, tmp_path)
    assert "cannot be read" in editor.notice.words.text()
    give(editor, tmp_path / "gone.jpg")
    assert "cannot be read" in editor.notice.words.text()


def test_a_name_that_lies_does_no_harm(editor: ExerciseEditor, tmp_path: Path) -> None:
    """What is in a file counts, for it is made anew anyway."""
    file = tmp_path / "photo.jpg"
    file.write_bytes(as_bytes(image(), "png"))
    give(editor, file)
    assert editor.document.state.pictures is not None


def test_pictures_come_from_the_clipboard_and_by_dropping(
    editor: ExerciseEditor, tmp_path: Path, qtbot: QtBot
) -> None:
    clipboard = QGuiApplication.clipboard()
    assert source_in(None) is None
    clipboard.clear()
    editor.picture.start.paste.click()
    assert editor.notice.words.text() == "There is no picture in the clipboard."
    clipboard.setImage(image())
    editor.picture.hold.paste.click()
    qtbot.waitUntil(lambda: editor.document.state.pictures is not None, timeout=20_000)
    data = QMimeData()
    assert source_in(data) is None
    data.setData("image/png", QByteArray(b"bytes"))
    assert source_in(data) == b"bytes"
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.jpg"))])
    assert source_in(data) == tmp_path / "a.jpg"
    clipboard.clear()


def test_two_that_come_at_once_are_both_taken(editor: ExerciseEditor, qtbot: QtBot) -> None:
    editor.picture.give(Slot.HOLD, as_bytes(image(), "png"))
    editor.picture.give(Slot.START, as_bytes(image(60, 60), "png"))

    def are_both_there() -> bool:
        pictures = editor.document.state.pictures
        return pictures is not None and bool(pictures.hold and pictures.start)

    qtbot.waitUntil(are_both_there, timeout=30_000)


def test_a_photo_that_cannot_be_kept_says_so(editor: ExerciseEditor, place: Place) -> None:
    place.paths.drafts.mkdir(parents=True, exist_ok=True)
    for file in sorted(place.paths.drafts.rglob("*"), reverse=True):
        file.unlink() if file.is_file() else file.rmdir()
    (place.paths.drafts / "exercises").write_text("no folder")
    give(editor, as_bytes(image(), "png"))
    assert editor.notice.words.text().startswith("The photo cannot be kept: ")


def test_photos_survive_with_the_draft(place: Place, editor: ExerciseEditor) -> None:
    give(editor, as_bytes(image(), "png"))
    editor.picture.hold.more.click()
    pictures = editor.document.state.pictures
    editor.head.back.click()
    editor.question.buttons["keep"].click()
    place.ways.open("")
    [resume] = place.all.unsaved.resumes
    resume.click()
    again = place.editor
    assert again.document.state.pictures == pictures
    again.photos.wait()
    assert again.save()
    assert saved_picture(place).is_file()
    again.head.back.click()
    assert [file for file in place.paths.drafts.rglob("*") if file.is_file()] == []
