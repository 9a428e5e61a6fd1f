# make demo   the sample community, from nothing to public/
# make test   every test; installs what it needs
# make test-any-day   every test, as if today were another day
# make fuzz   five million made-up inputs for all that reads others' files
# make attack   publishing on disks that fail, machines that stop and power cuts
# make soak   a screen's page over seven days, with the clock run fast
# make install   builds a program that needs no Swift toolchain and installs it, with manual pages and completions (PREFIX, DESTDIR)
# make deb    the same as a Debian package
# make deb-test   installs it in a bare Debian root and uses it (root, debootstrap, a mirror)
# make sbom   what the program is made of, with versions and licences (SPDX)
# make docs   the documentation as a site, in .build/documents/public
# make bench  the benchmarks, against Hugo, Pagefind, libcmark, cp -r and Foundation
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help built-in release install uninstall deb deb-test demo test test-any-day fuzz attack soak sbom docs bench build build-fuzz deps test-deps lint swift-test consumer-test golden

BUILD_PACKAGES := libcmark-dev libexpat1-dev libfreetype-dev libgcrypt20-dev libgif-dev libjemalloc-dev libjpeg62-turbo-dev liblcms2-dev libpng-dev libqrencode-dev libsqlite3-dev libssl-dev libwebp-dev libzip-dev pkg-config zlib1g-dev
# What a site may want of a machine: what draws pages of PDFs for screens.
RUN_PACKAGES := poppler-utils
# The libraries: what Playwright (libatomic1) and the old engine (Tests/Consumers/old_engine.py) need and no other package here brings.
TEST_PACKAGES := $(RUN_PACKAGES) caddy cmark chromium-headless-shell fonts-noto-cjk default-jre-headless nginx-light openssh-client openssh-server python3-venv \
  rclone rsync tesseract-ocr tesseract-ocr-chi-sim util-linux \
  libatomic1 libgl1 libx11-xcb1 libxcursor1 libxi6 libxrender1 libxtst6
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
BUILD := swift build -c release --product
GONGSHI := .build/release/gongshi
FUZZ := .build/release/fuzz
# Where the Swift tests are built: a directory of their own, so that they and the programs can be built at the same time. Only they and what
# they test: that leaves out HTTP's libraries and the programs, which `swift build --build-tests` would compile once more.
TESTS := .build/tests
BUILD_TESTS := swift build --product GongshiPackageTests --scratch-path $(TESTS) -debug-info-format none
PYTHON := .venv/bin/python
RUN := GONGSHI=$(CURDIR)/$(GONGSHI) FUZZ=$(CURDIR)/$(FUZZ) TESTS=$(TESTS) Tests/run.sh

# Installs those of the named Debian packages that are missing.
define install
	@missing=""; for p in $(1); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q "ok installed" || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then echo "installing$$missing"; \
	  $(SUDO) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends $$missing >/dev/null; fi
endef

help:
	@sed -n 's/^# //p' Makefile

deps:
	$(call install,$(BUILD_PACKAGES))

# Which files are part of the program; that they are edited, the compiler sees by itself.
built-in:
	@Sources/CBuiltIn/list.sh

build: deps built-in
	$(BUILD) gongshi

build-fuzz: deps built-in
	$(BUILD) fuzz

# A program that starts where there is no Swift toolchain: Swift's libraries are in it, those of Debian are not.
STATIC := .build/static
release: deps built-in
	swift build -c release --product gongshi --static-swift-stdlib --scratch-path $(STATIC)

PREFIX ?= /usr/local
INSTALLED := $(DESTDIR)$(PREFIX)
COMPLETIONS := bash:share/bash-completion/completions/gongshi zsh:share/zsh/site-functions/_gongshi fish:share/fish/vendor_completions.d/gongshi.fish

install: release
	install -D -m 755 $(STATIC)/release/gongshi $(INSTALLED)/bin/gongshi
	$$(command -v strip || command -v llvm-strip) --strip-all $(INSTALLED)/bin/gongshi
	rm -f $(INSTALLED)/share/man/man1/gongshi*.1 $(INSTALLED)/share/man/zh_CN/man1/gongshi*.1
	python3 Packaging/manual.py $(INSTALLED)/bin/gongshi $(INSTALLED)/share/man/man1
	python3 Packaging/manual.py $(INSTALLED)/bin/gongshi $(INSTALLED)/share/man/zh_CN/man1 zh
	@for one in $(COMPLETIONS); do install -d $(INSTALLED)/$$(dirname $${one#*:}) && \
	  $(INSTALLED)/bin/gongshi --generate-completion-script $${one%%:*} >$(INSTALLED)/$${one#*:}; done
	install -D -m 644 -t $(INSTALLED)/lib/systemd/system Packaging/gongshi-build@.service Packaging/gongshi-build@.timer
	install -D -m 644 -t $(INSTALLED)/share/doc/gongshi/examples Packaging/gongshi.cron docs/servers/*

uninstall:
	rm -f $(INSTALLED)/bin/gongshi $(INSTALLED)/share/man/man1/gongshi*.1 $(INSTALLED)/share/man/zh_CN/man1/gongshi*.1 $(foreach one,$(COMPLETIONS),$(INSTALLED)/$(lastword $(subst :, ,$(one)))) \
	  $(INSTALLED)/lib/systemd/system/gongshi-build@.service $(INSTALLED)/lib/systemd/system/gongshi-build@.timer
	rm -rf $(INSTALLED)/share/doc/gongshi

DEB := .build/deb
deb:
	rm -rf $(DEB)
	$(MAKE) --no-print-directory install DESTDIR=$(CURDIR)/$(DEB)/root PREFIX=/usr
	Packaging/deb.sh $(DEB)/root $$($(DEB)/root/usr/bin/gongshi version | sed -n '1s/gongshi //p') $(DEB)/gongshi.deb
	@ls -l $(DEB)/gongshi.deb

deb-test: deb
	$(call install,debootstrap)
	$(SUDO) Packaging/deb_test.sh $(DEB)/gongshi.deb $(CURDIR)/.build/bare

demo: build
	$(call install,$(RUN_PACKAGES))
	$(GONGSHI) activities init
	$(GONGSHI) activities import content/data --apply
	$(GONGSHI) build
	@echo
	@echo "The sample community is in public/. To look at it 查看示例社区："
	@echo "  python3 -m http.server --directory public 8080"
	@echo "  http://127.0.0.1:8080/                        the portal 门户"
	@echo "  http://127.0.0.1:8080/schedule/               the schedule 活动日程"
	@echo "  http://127.0.0.1:8080/screens/quanxi-lobby/   a lobby screen 大厅公示屏"
	@echo "  http://127.0.0.1:8080/feeds/v1/index.json     the feeds 数据"

# Each part runs to its end, whatever came of the others. Programs and tests are built side by side: each alone leaves a core idle for a good
# part of its time. The programs come first, since most tests wait for them and their last rooms wait for one another; what needs no program is
# tested meanwhile. What that says is shown at the end, and what the tests' build has to say, their part says.
test: test-deps built-in
	swift package resolve
	@{ nice $(BUILD_TESTS) >/dev/null 2>&1; nice env $(RUN) lint swift; } >.build/without-program 2>&1 & first=$$!; \
	  $(BUILD) gongshi && $(BUILD) fuzz && $(RUN) program consumers other-day; status=$$?; \
	  wait $$first || status=1; cat .build/without-program; exit $$status

test-deps: deps
	$(call install,$(TEST_PACKAGES))
	@cmp -s Tests/Consumers/requirements.txt .venv/requirements.txt || { \
	  python3 -m venv .venv && .venv/bin/pip install -q -r Tests/Consumers/requirements.txt && \
	  cp Tests/Consumers/requirements.txt .venv/requirements.txt; }

lint:
	$(RUN) lint

swift-test: build
	$(RUN) swift program

consumer-test: test-deps build build-fuzz
	$(RUN) consumers

# DAYS="2028-02-29T09:00+08:00 …" names other days than Tests/any_day.sh does.
test-any-day: test-deps build build-fuzz
	$(BUILD_TESTS)
	GONGSHI=$(CURDIR)/$(GONGSHI) FUZZ=$(CURDIR)/$(FUZZ) TESTS=$(TESTS) Tests/any_day.sh

# Writes the golden files and the lists in docs/ anew; look at the difference before you commit it.
SAMPLE := .build/sample
golden: build
	rm -rf $(SAMPLE) && mkdir -p $(SAMPLE) && cp -r content themes $(SAMPLE) && rm -f $(SAMPLE)/content/*.sqlite*
	$(GONGSHI) activities init --site $(SAMPLE) --quiet
	$(GONGSHI) activities import $(SAMPLE)/content/data --site $(SAMPLE) --at 2026-11-21T09:00:00+08:00 --apply --quiet
	$(GONGSHI) build --site $(SAMPLE) --at 2026-11-21T09:00:00+08:00 --quiet
	python3 docs/feeds.py $(SAMPLE)/public
	$(BUILD_TESTS)
	-GONGSHI=$(CURDIR)/$(GONGSHI) GOLDEN=record $(TESTS)/debug/GongshiPackageTests.xctest --testing-library swift-testing --filter Golden

# make fuzz SEED=20261121 INPUTS=1000000 makes the same inputs again.
INPUTS ?= 5000000
fuzz: build-fuzz
	$(FUZZ) --inputs $(INPUTS) $(if $(SEED),--seed $(SEED))

# make attack ATTACK=all goes through every call (hours); ATTACK_SEED=n repeats a choice. Power cuts need root and loop devices.
ATTACK ?= 60
attack: test-deps build
	$(call install,e2fsprogs xfsprogs)
	ATTACK=$(ATTACK) GONGSHI=$(CURDIR)/$(GONGSHI) $(PYTHON) -m pytest -q -s -p no:randomly Tests/Consumers/test_attack.py

soak: test-deps build
	SOAK_DAYS=7 GONGSHI=$(CURDIR)/$(GONGSHI) $(PYTHON) -m pytest -q -s Tests/Consumers/test_soak.py

# Written anew it has the same bytes: its time is that of the last commit, or SOURCE_DATE_EPOCH.
sbom: build
	swift package resolve
	python3 .ci/sbom.py $(GONGSHI) .build/gongshi.spdx.json

docs: build
	python3 docs/website.py $(GONGSHI) .build/documents

bench: test-deps build
	$(BUILD) recurrence-benchmark
	$(BUILD) markdown-benchmark
	$(BUILD) search-benchmark
	$(BUILD) templates-benchmark
	@cmp -s Benchmarks/requirements.txt .venv-bench/requirements.txt || { \
	  python3 -m venv .venv-bench && .venv-bench/bin/pip install -q -r Benchmarks/requirements.txt && \
	  cp Benchmarks/requirements.txt .venv-bench/requirements.txt; }
	GONGSHI=$(CURDIR)/$(GONGSHI) .venv-bench/bin/python Benchmarks/run.py
	GONGSHI=$(CURDIR)/$(GONGSHI) .venv-bench/bin/python Benchmarks/growth.py
