"""QR codes: drawn as SVG without anything a strict policy refuses."""

from diary.web.qr import qr_code


def test_a_code_is_one_svg_without_style_or_script() -> None:
    svg = str(qr_code("https://example.org/shares/new?code=7K2M-Q4XT"))
    assert svg.startswith("<svg")
    assert 'class="qr"' in svg
    assert "style" not in svg
    assert "script" not in svg


def test_another_text_is_another_code() -> None:
    assert qr_code("one") != qr_code("two")
    assert qr_code("one") == qr_code("one")
