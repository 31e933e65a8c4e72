# Makefile - `make` builds, `make demo` shows it, `make check` tests it, `make help` lists the rest.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# MODE picks the build and its folder: plain, san (AddressSanitizer and UBSan), cov (gcov).

NAME    := recount
VERSION := 0.1.0
MODE    ?= plain
OUT     ?= build/$(MODE)
STAGES  ?= model extract parse check emit batch cli
PREFIX  ?= /usr/local
SOURCES ?= ../shared
PKGS    := gio-2.0 nettle libcyaml yaml-0.1 libpcre2-8 poppler-glib cairo cairo-script cairo-svg \
           fontconfig lept libseccomp sqlite3
# What few commands need is loaded by those (model/library.h).
LOADED  := tesseract libarchive libpq

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wformat=2 -Wstrict-prototypes -Wmissing-prototypes \
        -Wconversion -Wno-sign-conversion -Wvla -Wwrite-strings $(if $(CI),-Werror)
MODE_FLAGS_plain := -O2
MODE_FLAGS_san   := -O1 -fno-omit-frame-pointer -fsanitize=address,undefined \
                    -fno-sanitize-recover=all
MODE_FLAGS_cov   := -O0 --coverage

POPPLER_DATA := $(shell pkg-config --variable=poppler_datadir poppler-data 2>/dev/null)
FOREIGN      := $(shell pkg-config --cflags-only-I $(PKGS) $(LOADED) 2>/dev/null)
ALL_CPPFLAGS  = -I. -D_POSIX_C_SOURCE=200809L -DRECOUNT_VERSION='"$(VERSION)"' $(CPPFLAGS) \
                -DRECOUNT_DATADIR='"$(PREFIX)/share/$(NAME)"' \
                -DRECOUNT_POPPLER_DATADIR='"$(POPPLER_DATA)"' $(patsubst -I%,-isystem %,\
                $(or $(FOREIGN),$(error libraries are missing: run ./install-packages.sh)))
ALL_CFLAGS   := -std=c17 -g $(WARN) $(MODE_FLAGS_$(MODE)) $(CFLAGS)
LIBS         := $(shell pkg-config --libs $(PKGS) 2>/dev/null) -lgmp -ljpeg -lm -Wl,--export-dynamic-symbol=GOMP_*

# The program as a whole is tested if it is all there.
GOLDEN  := $(filter cli,$(STAGES))
SRC     := $(wildcard $(STAGES:=/*.c))
ASSETS  := $(if $(filter emit,$(STAGES)),$(wildcard emit/html/report.*))
OBJ     := $(patsubst %.c,$(OUT)/%.o,$(filter-out cli/main.c,$(SRC))) $(ASSETS:%=$(OUT)/%.o)
HEADERS := $(wildcard $(STAGES:=/*.h) tests/*/*.h)
TESTS   := $(wildcard $(STAGES:%=tests/%/*.c) $(GOLDEN:%=tests/golden/*.c))
FUZZERS := $(wildcard tests/fuzz/fuzz_*.c)
DEPS    := $(patsubst %.c,$(OUT)/%.d,$(SRC) $(TESTS) $(FUZZERS) tests/fuzz/main.c)
PUBLISHED := $(sort $(wildcard fixtures/southampton-*.txt fixtures/rotherham-*.txt))
REPORTS := $(sort $(wildcard fixtures/*.txt fixtures/*.md fixtures/*.pdf))

.PHONY: all test check asan fuzz browser demo install lint style analysis format headers layers coverage bench \
        soak cluster \
        check-sources clean help always
.DELETE_ON_ERROR:
.SECONDARY:

Q := $(if $(V),,@)
say = $(if $(V),,@echo '  $(1)	$@')
JOBS = $(if $(findstring jobserver,$(MAKEFLAGS)),,-j$(shell nproc))
SUBMAKE = +@$(MAKE) --no-print-directory $(JOBS)

all: $(NAME) ## build the program

$(NAME): $(OUT)/$(NAME)
	@install $< $@

$(OUT)/$(NAME): $(OUT)/cli/main.o $(OBJ)
	$(call say,LINK)
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) $^ $(LIBS) -o $@

# -no-pie: Criterion hands parameters to another process, where a PIE's pointers are stale.
$(OUT)/run-tests: $(TESTS:%.c=$(OUT)/%.o) $(OBJ)
	$(call say,LINK)
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -no-pie $^ $(LIBS) -lcriterion -o $@

$(OUT)/fuzz_%: $(OUT)/tests/fuzz/fuzz_%.o $(OUT)/tests/fuzz/main.o $(OBJ)
	$(call say,LINK)
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) $^ $(LIBS) -o $@

$(OUT)/bench-%: $(OUT)/bench/%.o $(OBJ)
	$(call say,LINK)
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) $^ $(LIBS) -o $@

# Criterion's new assertions convert ints to bit fields and take a string as char *.
$(OUT)/tests/%.o: ALL_CFLAGS += -Wno-conversion -Wno-discarded-qualifiers

# The one file that knows where data/ is installed is built again when that changes.
$(OUT)/cli/command.o: $(OUT)/prefix
$(OUT)/prefix: always
	@mkdir -p $(@D); echo '$(PREFIX)' | cmp -s - $@ || echo '$(PREFIX)' > $@

$(OUT)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(CC) $(ALL_CPPFLAGS) $(ALL_CFLAGS) -MMD -MP -c $< -o $@

# Style and script of the HTML pages stand in the program as bytes, with a zero at the end.
$(OUT)/emit/html/%.c: emit/html/% Makefile
	@mkdir -p $(@D)
	$(Q){ printf 'extern const unsigned char $(subst .,_,$*)[];\nconst unsigned char $(subst .,_,$*)[] = {\n'; \
	  od -An -v -tu1 $< | sed 's/\([0-9]\) *\( \|$$\)/\1,\2/g'; printf '0\n};\n'; } > $@

$(OUT)/emit/html/%.o: $(OUT)/emit/html/%.c
	$(call say,CC)
	$(Q)$(CC) $(ALL_CFLAGS) -c $< -o $@

-include $(DEPS)

demo: ## install what is missing, build, and run the main job on fixtures/
	@./install-packages.sh build
	$(SUBMAKE) all
	./$(NAME) run $(REPORTS) -o build/demo
	@rm -f build/demo.sqlite*
	./$(NAME) run $(PUBLISHED) --store sqlite:build/demo.sqlite >build/demo.log
	./$(NAME) series --store sqlite:build/demo.sqlite referrals --authority E06000045
	@echo 'Look first at reports.csv, observations.csv and findings.csv in build/demo, and open'
	@echo 'file://$(CURDIR)/build/demo/validation.html'

check: ## install what is missing, build, and pass all tests
	@./install-packages.sh build test
	$(SUBMAKE) test fuzz browser

# The pages that the program writes, in a real browser; npm brings what drives it, for tests only.
browser: $(NAME) tests/browser/node_modules/.package-lock.json ## the tests of the HTML pages
	$(Q)cd tests/browser && node --test

tests/browser/node_modules/.package-lock.json: tests/browser/package.json tests/browser/package-lock.json
	$(Q)cd tests/browser && npm ci --no-audit --no-fund --loglevel=error && touch node_modules/.package-lock.json

# Criterion passes a test that leaks: LeakSanitizer's own files have the last word.
test: $(OUT)/run-tests $(GOLDEN:%=$(OUT)/$(NAME)) ## run the tests; T='month/*' one file's
	@rm -f $(OUT)/asan.*
	$(Q)ASAN_OPTIONS=log_path=$(abspath $(OUT))/asan \
	  LSAN_OPTIONS=suppressions=$(abspath tests/leaks.supp):print_suppressions=0 $< $(if $(T),--filter '$(T)'); status=$$?; \
	  ! cat $(OUT)/asan.* 2>/dev/null && exit $$status

asan: ## the tests under AddressSanitizer and UBSan
	@./install-packages.sh build test
	$(SUBMAKE) MODE=san test fuzz

fuzz: $(FUZZERS:tests/fuzz/%.c=$(OUT)/%) ## the fuzzers over their seeds and all of fixtures/ and data/
	$(Q)$(OUT)/fuzz_text fixtures/* tests/fuzz/seeds/text/*
	$(Q)$(OUT)/fuzz_drawing tests/fuzz/seeds/drawing/*
	$(Q)$(OUT)/fuzz_outline tests/fuzz/seeds/outline/*
	$(Q)$(OUT)/fuzz_trailer fixtures/*.pdf tests/fuzz/seeds/trailer/*
	$(Q)$(OUT)/fuzz_stream tests/fuzz/seeds/stream/*
	$(Q)$(OUT)/fuzz_relation tests/fuzz/seeds/relation/*
	$(Q)$(OUT)/fuzz_decision tests/fuzz/seeds/decision/*
	$(Q)$(OUT)/fuzz_member tests/fuzz/seeds/member/* tests/fuzz/seeds/stream/*
	$(Q)$(OUT)/fuzz_yaml data/*.yaml data/families/* tests/fuzz/seeds/yaml/*

coverage: ## the tests, then the share of lines they run, file by file
	@rm -rf build/cov
	$(SUBMAKE) MODE=cov test
	@cd build/cov && gcov -rn $$(find . -name '*.gcda' ! -path './tests/*') -s $(CURDIR) 2>/dev/null \
	  | awk -F"'" '/^File/ { f = $$2 } /^Lines/ && f { print $$0 "  " f; f = "" }' \
	  | sort -u | sort -t: -k2n

check-sources: $(NAME) ## the scores on the published reports, if SOURCES holds them
	@tests/golden/check-sources.sh $(SOURCES) build/sources

bench: $(NAME) $(OUT)/bench-store ## time and memory of the main job and the store, beside others
	@./install-packages.sh test bench
	@bench/run.sh
	@bench/store.sh $(OUT)/bench-store

soak: $(NAME) ## a batch of 1,000 reports killed, fed with damaged files, its parser taken over
	@./install-packages.sh test bench
	@tests/batch/soak.py ./$(NAME) --reports 1000 --kills 50 --damaged 200 --figures

cluster: $(NAME) ## a real Slurm and a real PostgreSQL on this machine fill one store
	@./install-packages.sh test cluster
	@tests/cluster/run.sh ./$(NAME)

install: all ## install below PREFIX (/usr/local), staged in DESTDIR
	install -D $(NAME) $(DESTDIR)$(PREFIX)/bin/$(NAME)
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/$(NAME) data/*.yaml
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/$(NAME)/families data/families/*.yaml
	sed 's,/usr/local,$(PREFIX),' docs/$(NAME).1 \
	  | install -D -m 644 /dev/stdin $(DESTDIR)$(PREFIX)/share/man/man1/$(NAME).1

lint: ## all that tools can say of the sources without running them
	@./install-packages.sh build test lint
	$(SUBMAKE) headers layers style analysis

style: ## sources are laid out as .clang-format says; `make format` does it
	@clang-format --dry-run -Werror $(SRC) $(HEADERS) $(TESTS) $(wildcard tests/fuzz/*.c)
	@printf '%s\n' emit/html/*.js tests/browser/*.js | xargs -n 1 node --check

TIDY     := clang-tidy --quiet --warnings-as-errors='*'
tidy_all  = xargs -P $$(nproc) -I {} $(TIDY) $(1) {} -- $(ALL_CPPFLAGS) -std=c17 2>> $(OUT)/tidy.log
CPPCHECK := cppcheck --quiet --library=gtk --enable=warning,performance,portability --inline-suppr \
            --suppress=missingIncludeSystem --suppress=invalidPointerCast --suppress=memleak \
            '-DG_GNUC_PRINTF(a,b)=' '-DTest(suite,name,...)=static void suite\#\#_\#\#name(void)'
# The analyzer that follows every path is for the program: the sanitizers run every test.
analysis: ## clang-tidy, as .clang-tidy says, and cppcheck
	@mkdir -p $(OUT)
	@: > $(OUT)/tidy.log
	@printf '%s\n' $(SRC) | $(call tidy_all,) && \
	  printf '%s\n' $(TESTS) | $(call tidy_all,'--checks=-clang-analyzer-*') \
	  || { cat $(OUT)/tidy.log; exit 1; }
	@$(CPPCHECK) --error-exitcode=1 -j$$(nproc) -I. $(SRC) $(TESTS)

format: ## lay all sources out as .clang-format says
	clang-format -i $(SRC) $(HEADERS) $(TESTS) $(wildcard tests/fuzz/*.c)

headers: ## every header compiles alone
	@printf '%s\n' $(HEADERS) | xargs -P $$(nproc) -I {} sh -c \
	  'echo "#include \"{}\"" | $(CC) "$$@" -fsyntax-only -x c -' sh $(ALL_CPPFLAGS) -std=c17 $(WARN)

# A folder sees itself and model/, batch/ each stage's one door too, cli/ sees all; a foreign header
# belongs to one folder.
BORDERS := cyaml:model yaml:model pcre2:parse gmp:check nettle:model poppler:extract cairo:extract \
           fontconfig:extract leptonica:extract jpeglib:extract tesseract:extract seccomp:batch archive:batch linux/:batch \
           sqlite3:emit libpq:emit
DOORS   := |extract/extract\.h|parse/parse\.h|check/check\.h|emit/store\.h
layers: ## stages meet in model/ only; each library stays in its folder
	@for s in $(filter-out cli,$(STAGES)); do doors=; [ $$s != batch ] || doors='$(DOORS)'; \
	  ! grep -n '#include "' $$s/*.[ch] | grep -vE "\"(($$s|model)/$$doors)" || exit 1; done
	@for b in $(BORDERS); do \
	  ! grep -nE "#include <$${b%:*}" $(SRC) $(HEADERS) | grep -v "^$${b#*:}/" || exit 1; done

clean: ## remove what was built
	rm -rf build $(NAME)

help: ## list the targets
	@awk -F':.*## ' '/^[a-z-]+:.*## / { printf "  %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
