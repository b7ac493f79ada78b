# One target for each thing the project does; `make` lists them. Go and Node have to be there, everything
# else is set up by the targets that need it: npm packages from the lock files, the tools of scripts/tools,
# Debian's chromium.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
# Tools are for this machine; FOR_PAGE is said where it is meant.
unexport GOOS GOARCH

ADDR ?= 127.0.0.1:8080
# Where the sound of calls in the page is offered: a person's browser does not take 127.0.0.1.
MEDIA ?= $(firstword $(shell hostname -I) 127.0.0.1)
# A folder with a page of yours, which `make demo` serves at /page/.
PAGE ?=
FUZZTIME ?= 30s
# What `make test` also runs at its end, such as "test-sip test-engines".
MORE ?=
# Options of `make bench`, such as --sdk NAME=SCRIPT to measure another SDK, or another build of this one, beside it.
BENCH ?=
# The pages that `make lighthouse` looks at, such as /docs/start.html; some of the console and the site where it is empty.
PAGES ?=
# Percent of the statements in sdk/ and below.
COVERAGE := 85.0

JS_PACKAGES := js/node_modules/.package-lock.json
E2E_PACKAGES := scripts/e2e/node_modules/.package-lock.json
CONSUMER_PACKAGES := scripts/e2e/consumers/node_modules/.package-lock.json
ENGINE_PACKAGES := scripts/engines/node_modules/.package-lock.json
DOCS_PACKAGES := web/docs/node_modules/.package-lock.json
EXAMPLE_PACKAGES := web/examples/node_modules/.package-lock.json
SANDBOX_PACKAGES := js/sandbox/node_modules/.package-lock.json
LIGHTHOUSE_PACKAGES := scripts/lighthouse/node_modules/.package-lock.json
TOOLCHAIN_PACKAGES := scripts/toolchains/node_modules/.package-lock.json
TOOLS := .build/wasmbrowsertest .build/toxiproxy-server .build/staticcheck .build/govulncheck
TSC := js/node_modules/.bin/tsc
BIOME := js/node_modules/.bin/biome
FOR_PAGE := GOOS=js GOARCH=wasm
SHELL_SCRIPTS := .ci/run $(shell grep -lE '^\#!.*\bbash' scripts/* scripts/sip/* 2>/dev/null)
# Of staticcheck's usual checks: the table's json tags have options of their own (SA5008), an error may begin with a
# member's name (ST1005), and what one platform does not use the other may (U1000).
# Node runs what needs no page; a Go program there has 8 kB for its environment.
IN_NODE = -exec "env -i PATH='$(PATH)' '$$(go env GOROOT)/lib/wasm/go_js_wasm_exec'"
# The sandbox is for native programs only.
PAGE_PACKAGES = $$($(FOR_PAGE) go list ./sdk/... ./wasm/... | grep -v /sdk/sandbox)

.PHONY: help docs font demo test setup gen dist pack examples size size-go lint fmt test-go test-wasm test-e2e test-toolchains test-start test-sip lighthouse pictures screenshots test-engines engines-table bench bench-go bench-check allocations test-allocs test-sandbox pack-sandbox release test-release conformance fuzz reproducible audit clean go node chromium

help: ## list the targets
	@sed -nE 's/^([a-z0-9-]+):.*## (.*)/  \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

demo: gen | .build ## serve the console page, the documentation, the SDK and a sandbox on ADDR, and the folder PAGE at /page/
	@$(MAKE) --no-print-directory dist docs
	go build -o .build/web ./web
	@# With job control, Ctrl-C in a terminal is the server's alone, which ends well; make would end by the signal.
	if [[ -t 0 ]]; then set -m; fi; .build/web -addr $(ADDR) -media $(MEDIA) -page '$(PAGE)' || exit

test: ## everything that can fail, with a summary at the end
	+@scripts/test setup lint dist test-go test-allocs size test-wasm conformance bench-check test-e2e test-sandbox $(MORE)

setup: $(JS_PACKAGES) $(E2E_PACKAGES) $(CONSUMER_PACKAGES) $(EXAMPLE_PACKAGES) $(DOCS_PACKAGES) $(SANDBOX_PACKAGES) $(TOOLS) chromium nginx ## install what the tests need

gen: | go ## write the generated sources from the table in sdk/spec
	go run ./scripts/generate

dist: js/dist/index.mjs ## build js/dist, what pages load and npm ships

pack: dist ## pack the npm package into .build/packages
	@mkdir -p .build/packages
	npm pack ./js --pack-destination .build/packages

examples: .build/examples/index.html ## build the pages of web/examples, which the dev server shows at /examples/

docs: .build/docs/index.html ## build the documentation site, static files for any host, which the dev server shows at /docs/

size: dist ## weigh each shipped file against scripts/size-budget.json
	node scripts/size/size.mjs

size-go: | go node ## what a page's program in Go weighs, with and without net/http, into the guide
	node scripts/size/go_page.mjs

lint: js/dist/index.mjs .build/staticcheck $(JS_PACKAGES) $(E2E_PACKAGES) $(EXAMPLE_PACKAGES) $(SANDBOX_PACKAGES) | go ## gofmt, go vet, staticcheck, shellcheck, Biome, TypeScript's checker, the length of files, links in documents
	@echo gofmt -l sdk wasm web scripts; test -z "$$(gofmt -l sdk wasm web scripts | tee /dev/stderr)"
	go vet ./...
	go vet -tags nophone ./sdk
	$(FOR_PAGE) go vet $(PAGE_PACKAGES) ./scripts/size/floor ./scripts/size/page ./scripts/e2e/loader ./web/examples/go
	$(FOR_PAGE) go vet -tags nethttp,webphone ./scripts/size/page
	.build/staticcheck -checks inherit,-SA5008,-ST1005 ./...
	$(FOR_PAGE) .build/staticcheck -checks inherit,-SA5008,-ST1005,-U1000 $(PAGE_PACKAGES)
	scripts/need debian shellcheck
	shellcheck $(SHELL_SCRIPTS)
	$(BIOME) check --error-on-warnings
	go test -count=1 ./scripts/habits
	go test -count=1 -run '^TestEveryRelativeLink' ./scripts/docs
	$(TSC) -p js
	$(TSC) --noEmit --strict --lib es2015,dom js/src/index.d.ts
	$(TSC) -p js/test/types
	$(TSC) -p scripts/e2e
	$(TSC) -p web/examples/react
	$(TSC) -p web/examples/vue
	$(TSC) -p js/sandbox --noEmit
	$(TSC) -p js/sandbox/test

fmt: $(JS_PACKAGES) | go ## write Go, TypeScript and JavaScript in the form that lint wants
	gofmt -w sdk wasm web scripts
	$(BIOME) format --write

test-go: | go .build ## native tests with the race detector; a million events, chaos, and the core without its web phone without it; fails under COVERAGE percent of sdk/
	go test -json -timeout 15m -race -coverpkg=./sdk/... -coverprofile=.build/cover.out ./... | go run ./scripts/testoutput
	go test -json -timeout 2m -run '^TestAMillion|^TestChaos' ./sdk | go run ./scripts/testoutput
	go test -json -timeout 3m -tags nophone -skip '^TestAMillion|^TestABusyHour|^TestChaos|^TestAllocations' ./sdk | go run ./scripts/testoutput
	scripts/coverage .build/cover.out $(COVERAGE)

test-wasm: .build/wasmbrowsertest | chromium ## the SDK's tests in Chromium, with a sandbox beside each
	go build -o .build/browserexec ./scripts/browserexec
	$(FOR_PAGE) go test -json -timeout 5m -exec "'$(CURDIR)/.build/browserexec' '$(CURDIR)/.build/wasmbrowsertest'" $(PAGE_PACKAGES) \
		| go run ./scripts/testoutput

test-e2e: dist examples docs $(E2E_PACKAGES) $(CONSUMER_PACKAGES) .build/toxiproxy-server | chromium font nginx ## customers' pages in Chromium against the dev server
	cd scripts/e2e && node_modules/.bin/playwright test

test-toolchains: PLATFORMS = here
test-toolchains: pack pack-sandbox $(TOOLCHAIN_PACKAGES) | go chromium ## both packages from their tarballs in every toolchain, test runner, package manager and TypeScript; ONLY="vite5 ..." for some toolchains
	scripts/need debian chromium-driver
	go build -o .build/web ./web
ifndef ONLY
	node scripts/toolchains/types.mjs
	node scripts/toolchains/installs.mjs
	node scripts/toolchains/runners.mjs
endif
	node scripts/toolchains/run.mjs $(ONLY)

test-start: docs $(E2E_PACKAGES) | go chromium ## the site's page "Five minutes" to the letter in a clean clone of the last commit, with seconds for each way in; SITE=zh for the Chinese page
	node scripts/start/start.mjs $(SITE)

lighthouse: dist docs $(LIGHTHOUSE_PACKAGES) | chromium ## performance, accessibility and best practices of site and console, on a telephone and on a desk; fails under 95; under 15 minutes
	go build -o .build/web ./web
	timeout 900 node scripts/lighthouse/lighthouse.mjs $(PAGES)

screenshots: dist $(E2E_PACKAGES) | chromium font ## take the README's pictures of the console again
	cd scripts/e2e && SCREENSHOTS=$(CURDIR)/web/screenshots node_modules/.bin/playwright test console_looks -g pictures

pictures: dist $(E2E_PACKAGES) | chromium font ## look at the console: pictures of its states in both languages and schemes, from a telephone to 2560 pixels, in .build/pictures
	cd scripts/e2e && PICTURES=$(CURDIR)/.build/pictures timeout 600 node_modules/.bin/playwright test console_looks -g axe

bench: dist $(E2E_PACKAGES) | go chromium ## starts, calls, events, memory and sizes beside a minimal client, with ratios; BENCH takes its options; quarter of an hour
	node scripts/bench/bench.mjs $(BENCH)

bench-go: | go node .build ## Go benchmarks of scan, frame, invoke and event, natively and as WebAssembly, for benchstat in .build/bench-go.txt
	{ go test -run '^$$' -bench . ./sdk ./sdk/wire; \
		$(FOR_PAGE) go test $(IN_NODE) -run '^$$' -bench . ./sdk ./sdk/wire; } | tee .build/bench-go.txt

bench-check: dist $(E2E_PACKAGES) | go chromium ## that the benchmark works; its figures mean nothing
	node --test scripts/bench/*.test.mjs
	node scripts/bench/bench.mjs --small --sdk again=js/dist/call-center-class.es6.js --out .build/bench-check.json

test-allocs: | go node ## what a scan, a frame, a call and an event allocate is within sdk/testdata/allocations.json
	go test -run '^TestAllocations' ./sdk $(ALLOCATIONS)
	$(FOR_PAGE) go test $(IN_NODE) -run '^TestAllocations' ./sdk $(ALLOCATIONS)

allocations: ALLOCATIONS = -update-allocations
allocations: test-allocs ## write what is allocated today to sdk/testdata/allocations.json

test-sandbox: dist $(SANDBOX_PACKAGES) | chromium ## @ccpaas/sandbox from its tarballs, and its README to the letter
	cd js/sandbox && node_modules/.bin/playwright test

pack-sandbox: $(SANDBOX_PACKAGES) | go ## @ccpaas/sandbox and its program for each platform, or PLATFORMS=here, as tarballs in .build/packages
	node js/sandbox/build/pack.mjs $(PLATFORMS)

release: $(JS_PACKAGES) $(SANDBOX_PACKAGES) | go ## make release VERSION=1.2.3: both packages, hashes, their signature, the changelog's section; publishes nothing
	@node scripts/release/release.mjs "$(VERSION)" $(PLATFORMS)

test-release: $(JS_PACKAGES) $(SANDBOX_PACKAGES) | go ## a release of a copy of this folder, with a key that is thrown away
	node --test scripts/release/*.test.mjs

test-sip: dist $(E2E_PACKAGES) | chromium ## the web phone against Debian's Kamailio, rtpengine, baresip and sipp, in Chromium and Firefox; as root
	go build -o .build/web ./web
	scripts/sip/run

test-engines: dist $(E2E_PACKAGES) $(ENGINE_PACKAGES) | chromium ## the main job in old and new engines, from Chromium 64 on, WebKitGTK and Firefox; as root
	go build -o .build/web ./web
	scripts/engines/run
	node scripts/engines/table.mjs

engines-table: ## write the site's table of browsers from the last run of test-engines
	node scripts/engines/table.mjs write

conformance: dist .build | chromium ## the vectors of sdk/testdata/vectors in all worlds: native, wasm, page
	$(FOR_PAGE) go build -o .build/conformance.wasm ./scripts/conformance/wasm
	go run ./scripts/conformance

fuzz: | go ## every fuzz test for FUZZTIME
	scripts/fuzz $(FUZZTIME)

reproducible: $(JS_PACKAGES) | go ## build js/dist twice in two folders, and compare the bytes
	scripts/reproducible

audit: .build/govulncheck $(JS_PACKAGES) $(SANDBOX_PACKAGES) $(E2E_PACKAGES) $(EXAMPLE_PACKAGES) ## known vulnerabilities of all dependencies; fails where the databases cannot be reached
	scripts/audit

clean: ## remove all that was built or installed in this folder
	rm -rf .build js/dist js/node_modules js/sandbox/dist js/sandbox/node_modules js/sandbox/test-results scripts/e2e/node_modules scripts/e2e/test-results $(dir $(ENGINE_PACKAGES) $(CONSUMER_PACKAGES) $(EXAMPLE_PACKAGES) $(DOCS_PACKAGES) $(LIGHTHOUSE_PACKAGES) $(TOOLCHAIN_PACKAGES)) \
		web/docs/.vitepress/cache web/docs/reference web/docs/codes.md web/docs/zh/reference web/docs/zh/codes.md

# Folders are among the sources, so that a removed file counts as a change.
js/dist/index.mjs: $(shell find sdk wasm js/src js/build) js/package.json go.mod go.sum LICENSE $(JS_PACKAGES) | go
	node js/build/dist.mjs

.build/examples/index.html: $(shell find web/examples -name node_modules -prune -o -print) $(EXAMPLE_PACKAGES) js/dist/index.mjs
	node web/examples/build.mjs

# The reference is made from the table, the rest is the Markdown in web/docs and what that includes.
.build/docs/index.html: $(shell find web/docs web/page/flight web/examples scripts/generate sdk/spec -name node_modules -prune -o -type f -print | grep -v -e web/docs/reference -e web/docs/zh/reference -e codes.md -e .vitepress/cache) js/README.md js/sandbox/README.md $(DOCS_PACKAGES) | go
	go run ./scripts/generate -site web/docs
	cd web/docs && node node_modules/vitepress/bin/vitepress.js build
	@touch $@

# npm writes this file last, so it tells when the packages were installed.
%/node_modules/.package-lock.json: %/package.json %/package-lock.json | node
	npm ci --prefix $* --ignore-scripts --no-audit --no-fund

.build/wasmbrowsertest: TOOL = github.com/agnivade/wasmbrowsertest
.build/toxiproxy-server: TOOL = github.com/Shopify/toxiproxy/v2/cmd/server
.build/staticcheck: TOOL = honnef.co/go/tools/cmd/staticcheck
.build/govulncheck: TOOL = golang.org/x/vuln/cmd/govulncheck
$(TOOLS): scripts/tools/go.mod scripts/tools/go.sum | go .build
	go -C scripts/tools build -o $(CURDIR)/$@ $(TOOL)
	@touch $@

.build:
	mkdir $@

go node chromium font nginx:
	@scripts/need $@
