"""What a page costs before it can be read: requests, bytes, and that nothing moves when its parts arrive. Time is measured in Benchmarks/first_paint.py."""

import pytest
from first_view import first_view
from serving import documented_server

PAGES = ["/", "/schedule/", "/notices/", "/notices/power-cut-1126/", "/units/quanxi/", "/venues/yunding-702/", "/activities/songtai-homework/", "/lists/ledger/", "/search/"]


@pytest.fixture(scope="module")
def nginx(public, tmp_path_factory):
    with documented_server("nginx.conf", public, tmp_path_factory.mktemp("nginx")) as (address, _):
        yield address


@pytest.mark.parametrize("path", PAGES)
def test_nothing_moves_and_little_is_loaded(browser, nginx, path):
    """Over a slow line, as nginx sends it: no layout shift, 8 requests and 60 KB at most without pictures, none to another site."""
    seen = first_view(browser, nginx + path)
    assert seen.shifts == []
    assert len(seen.requests) <= 8 and seen.bytes <= 60_000
    assert [url for url in seen.requests + seen.pictures if not url.startswith((nginx, "data:"))] == []
