"""Chromium 69 (Qt 5.12's) as a process of its own: a JSON request a line in, a JSON answer a line out. `old_engine.py` speaks to it.

Qt's offscreen platform draws without a display. Every page has its own profile: no storage or cache is shared.
"""

import json
import os
import sys

os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = "--disable-gpu --disable-dev-shm-usage"

# The answers have standard output for themselves; whatever else is written goes to standard error.
ANSWERS = os.fdopen(os.dup(1), "w", encoding="ascii")
os.dup2(2, 1)

from PyQt5 import sip  # noqa: E402
from PyQt5.QtCore import QBuffer, QByteArray, QIODevice, QSocketNotifier, QTimer, QUrl, Qt  # noqa: E402
from PyQt5.QtWebEngineCore import QWebEngineUrlRequestInterceptor  # noqa: E402
from PyQt5.QtWebEngineWidgets import QWebEnginePage, QWebEngineProfile, QWebEngineScript, QWebEngineView  # noqa: E402
from PyQt5.QtWidgets import QApplication  # noqa: E402

LEVELS = {
    QWebEnginePage.InfoMessageLevel: "info",
    QWebEnginePage.WarningMessageLevel: "warning",
    QWebEnginePage.ErrorMessageLevel: "error",
}
# In the isolated world requestAnimationFrame is real, whatever the page did to its own.
TWO_FRAMES = """
window.framesDrawn = 0;
requestAnimationFrame(function () { requestAnimationFrame(function () { window.framesDrawn = 2; }); });
"""


class Network(QWebEngineUrlRequestInterceptor):
    """Refuses every request while offline.

    Qt asks it on another thread, which holds the profile's lock and waits for Python's; to delete the profile meanwhile, which waits for its
    lock and holds Python's, would wait for ever. So it is installed when a test first goes offline, and such a profile is never deleted.
    """

    offline = False

    def interceptRequest(self, request):
        if self.offline and request.requestUrl().scheme() in ("http", "https"):
            request.block(True)


KEPT = []


class Page(QWebEnginePage):
    """Keeps what is said on the console; dialogues are said there too, and closed."""

    def __init__(self, profile):
        super().__init__(profile, profile)  # with one argument it would be the parent only
        self.messages = []

    def javaScriptConsoleMessage(self, level, text, line, source):
        self.messages.append({"level": LEVELS[level], "text": text, "line": line, "source": source})

    def javaScriptAlert(self, origin, text):
        self.messages.append({"level": "info", "text": f"alert: {text}", "line": 0, "source": origin.toString()})

    def javaScriptConfirm(self, origin, text):
        self.javaScriptAlert(origin, text)
        return False


class Tab:
    """A page, its profile and the window it is drawn in."""

    def __init__(self, width, height):
        self.network = None
        self.profile = QWebEngineProfile()
        self.page = Page(self.profile)
        self.view = QWebEngineView()
        self.view.setContextMenuPolicy(Qt.NoContextMenu)
        self.view.setPage(self.page)
        self.view.setFixedSize(width, height)
        self.view.show()
        self.when_loaded = None
        self.init_sources = []
        self.page.loadFinished.connect(self.loaded)

    def loaded(self, fine):
        answer, self.when_loaded = self.when_loaded, None
        if answer:
            answer({"loaded": fine})

    def add_init_script(self, answer, source):
        """One script of all sources: Qt keeps no order among scripts."""
        self.init_sources.append(source)
        self.page.scripts().clear()
        script = QWebEngineScript()
        script.setInjectionPoint(QWebEngineScript.DocumentCreation)
        script.setWorldId(QWebEngineScript.MainWorld)
        script.setRunsOnSubFrames(True)
        script.setSourceCode(";\n".join(self.init_sources))
        self.page.scripts().insert(script)
        answer({})

    def load(self, answer, url):
        self.when_loaded = answer
        self.page.load(QUrl(url))

    def reload(self, answer):
        self.when_loaded = answer
        self.page.triggerAction(QWebEnginePage.Reload)

    def run(self, answer, source):
        self.page.runJavaScript(source, lambda value: answer({"value": value}))

    def screenshot(self, answer):
        """The picture, once two frames were drawn since it was asked for."""

        def look(drawn=None):
            if drawn == 2:
                QTimer.singleShot(50, take)
            else:
                QTimer.singleShot(10, lambda: self.page.runJavaScript("window.framesDrawn", QWebEngineScript.ApplicationWorld, look))

        def take():
            data = QByteArray()
            buffer = QBuffer(data)
            buffer.open(QIODevice.WriteOnly)
            self.view.grab().save(buffer, "PNG")
            answer({"png": bytes(data.toBase64()).decode("ascii")})

        self.page.runJavaScript(TWO_FRAMES, QWebEngineScript.ApplicationWorld, lambda _: look())

    def set_offline(self, answer, offline):
        if self.network is None:
            self.network = Network()
            self.profile.setRequestInterceptor(self.network)
        self.network.offline = offline
        answer({})

    def url(self, answer):
        answer({"url": self.page.url().toString(QUrl.FullyEncoded)})

    def console(self, answer):
        answer({"messages": self.page.messages})

    def close(self, answer):
        """Page before profile: Qt wants it so."""
        self.page.loadFinished.disconnect(self.loaded)
        sip.delete(self.view)
        sip.delete(self.page)
        if self.network is None:
            sip.delete(self.profile)
        else:
            KEPT.append((self.profile, self.network))
        answer({})


class Host:
    def __init__(self, application):
        self.application = application
        self.tabs = {}
        self.unread = b""
        self.notifier = QSocketNotifier(0, QSocketNotifier.Read)
        self.notifier.activated.connect(self.read)

    def read(self):
        data = os.read(0, 1 << 16)
        if not data:
            self.notifier.setEnabled(False)
            self.application.quit()
        *lines, self.unread = (self.unread + data).split(b"\n")
        for line in lines:
            self.do(**json.loads(line))

    def do(self, id, tab, method, parameters):
        def answer(result):
            print(json.dumps({"id": id, **result}), file=ANSWERS, flush=True)

        if method == "open":
            self.tabs[tab] = Tab(**parameters)
            answer({})
        elif method == "close":
            self.tabs.pop(tab).close(answer)
        else:
            getattr(self.tabs[tab], method)(answer, **parameters)


def main():
    application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    host = Host(application)
    application.exec_()
    for tab in host.tabs.values():
        tab.close(lambda _: None)


if __name__ == "__main__":
    main()
