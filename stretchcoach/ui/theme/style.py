"""What Qt itself draws, in our colours: a QPalette and one small style sheet.

Buttons, chips and cards paint themselves; the style sheet is for the few native controls
(fields, lists, scroll bars, menus, tool tips).
"""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from stretchcoach.ui.theme.tokens import Height, Palette, Radius


def qt_palette(palette: Palette) -> QPalette:
    """The roles of `palette` in the places where Qt looks for them."""
    role = QPalette.ColorRole
    result = QPalette()
    for qt_role, colour in (
        (role.Window, palette.ground),
        (role.WindowText, palette.ink),
        (role.Base, palette.surface),
        (role.AlternateBase, palette.sunken),
        (role.Text, palette.ink),
        (role.PlaceholderText, palette.ink3),
        (role.Button, palette.surface),
        (role.ButtonText, palette.teal_text),
        (role.BrightText, palette.on_teal),
        (role.Highlight, palette.teal),
        (role.HighlightedText, palette.on_teal),
        (role.Link, palette.teal_text),
        (role.LinkVisited, palette.teal_text),
        (role.ToolTipBase, palette.surface),
        (role.ToolTipText, palette.ink),
        (role.Light, palette.surface),
        (role.Midlight, palette.line),
        (role.Mid, palette.edge),
        (role.Dark, palette.field),
        (role.Shadow, palette.field),
        (role.Accent, palette.teal),
    ):
        result.setColor(qt_role, QColor(colour))
    group = QPalette.ColorGroup.Disabled
    for qt_role in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(group, qt_role, QColor(palette.ink3))
    return result


def style_sheet(palette: Palette, text_scale: float) -> str:
    """The style sheet of the application; sizes are px and follow `text_scale`."""
    p = palette
    field_px = round((Height.CONTROL - 2) * text_scale)
    return f"""
QLineEdit, QPlainTextEdit, QTextEdit {{
  background: {p.surface}; color: {p.ink}; border: {p.border_px}px solid {p.field};
  border-radius: {Radius.CONTROL}px; padding: 0 12px;
  selection-background-color: {p.teal}; selection-color: {p.on_teal};
}}
QLineEdit {{ min-height: {field_px}px; }}
QPlainTextEdit, QTextEdit {{ padding: 8px; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {{
  border: 2px solid {p.teal};
}}
QLineEdit:focus {{ padding: 0 11px; }}
QAbstractItemView {{ outline: 0; selection-background-color: {p.teal_tint};
  selection-color: {p.teal_text}; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: 0; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {p.edge}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {p.field}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QToolTip {{ background: {p.surface}; color: {p.ink}; border: 1px solid {p.edge};
  padding: 4px 6px; }}
QMenu {{ background: {p.surface}; color: {p.ink}; border: 1px solid {p.edge}; padding: 4px; }}
QMenu::item {{ padding: 8px 24px 8px 16px; border-radius: 6px; }}
QMenu::item:selected {{ background: {p.teal_tint}; color: {p.teal_text}; }}
"""
