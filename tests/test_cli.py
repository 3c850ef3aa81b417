"""The command line: what it writes, prints and answers."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefwright.cli import main
from briefwright.workspace import Workspace, builtin_data

DONE, PROBLEMS, WRONG_USAGE, NOT_WRITTEN = 0, 1, 2, 3

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    def invoke(*arguments: str, color: bool = False) -> Result:
        return CliRunner().invoke(main, arguments, color=color, catch_exceptions=False)

    return invoke


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:
    """A fresh workspace, and the current folder."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.chdir(tmp_path)
    assert run("init", ".").exit_code == DONE
    return tmp_path


def _spoil(here: Path, slug: str = "first-brief") -> None:
    """Give the brief a status that there is not."""
    brief = here / "briefs" / slug / "brief.yaml"
    brief.write_text(brief.read_text(encoding="utf-8").replace("status: draft", "status: drat"), encoding="utf-8")


def _files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


class TestInit:
    def test_a_workspace_has_all_that_a_brief_needs(self, here: Path) -> None:
        assert _files(here) == [
            ".gitignore",
            "README.md",
            "briefs/first-brief/brief.yaml",
            "build/.gitignore",
            "schemas/brief.schema.json",
            "templates/README.md",
        ]

    def test_what_is_there_stays_as_it_is(self, here: Path, run: Run) -> None:
        (here / "README.md").write_text("mine", encoding="utf-8")
        _spoil(here)
        before = {name: (here / name).read_bytes() for name in _files(here)}
        again = run("init", ".")
        assert (again.exit_code, again.stdout) == (DONE, "")
        assert {name: (here / name).read_bytes() for name in _files(here)} == before

    def test_a_workspace_with_briefs_gets_no_example(self, tmp_path: Path, run: Run) -> None:
        (tmp_path / "briefs" / "own").mkdir(parents=True)
        (tmp_path / "briefs" / "own" / "brief.yaml").write_text("", encoding="utf-8")
        run("init", str(tmp_path))
        assert Workspace(tmp_path).slugs() == ("own",)

    def test_the_files_made_are_printed_with_the_next_step(self, tmp_path: Path, run: Run) -> None:
        done = run("init", str(tmp_path / "policy"))
        assert f"{(tmp_path / 'policy').as_posix()}/briefs/first-brief/brief.yaml" in done.stdout.splitlines()
        assert "briefwright build first-brief" in done.stderr

    def test_a_folder_that_cannot_be_made_exits_with_3(self, tmp_path: Path, run: Run) -> None:
        (tmp_path / "file").write_text("", encoding="utf-8")
        done = run("init", str(tmp_path / "file" / "policy"))
        assert done.exit_code == NOT_WRITTEN
        assert "cannot write" in done.stderr


class TestNew:
    def test_a_new_brief_has_its_slug_and_points_at_the_schema(self, here: Path, run: Run) -> None:
        assert run("new", "clean-water").stdout == "briefs/clean-water/brief.yaml\n"
        lines = (here / "briefs" / "clean-water" / "brief.yaml").read_text(encoding="utf-8").splitlines()
        assert lines[0] == "# yaml-language-server: $schema=../../schemas/brief.schema.json"
        assert "id: clean-water" in lines
        assert not [line for line in lines if "@slug@" in line or "@date@" in line]

    def test_a_new_brief_has_no_problems(self, here: Path, run: Run) -> None:
        run("new", "clean-water")
        done = run("check", "clean-water")
        assert (done.exit_code, done.output) == (DONE, "")

    def test_the_schema_is_made_where_it_is_missing(self, here: Path, run: Run) -> None:
        (here / "schemas" / "brief.schema.json").unlink()
        run("new", "clean-water")
        assert (here / "schemas" / "brief.schema.json").is_file()

    @pytest.mark.parametrize("slug", ["Water", "clean water", "../water", "-water", "9lives", "a" * 49, ""])
    def test_a_slug_is_plain(self, here: Path, run: Run, slug: str) -> None:
        assert run("new", "--", slug).exit_code == WRONG_USAGE
        assert Workspace(here).slugs() == ("first-brief",)

    def test_a_brief_that_exists_is_not_overwritten(self, here: Path, run: Run) -> None:
        done = run("new", "first-brief")
        assert done.exit_code == WRONG_USAGE
        assert 'already a brief called "first-brief"' in done.stderr

    def test_outside_of_a_workspace_it_says_how_to_make_one(
        self, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        done = run("new", "water")
        assert done.exit_code == WRONG_USAGE
        assert "briefwright init DIR" in done.stderr


class TestBuild:
    def test_both_formats_of_all_briefs_are_built(self, here: Path, run: Run) -> None:
        run("new", "second")
        done = run("build")
        assert done.exit_code == DONE
        assert done.stdout.splitlines() == [
            "build/first-brief/first-brief.pdf",
            "build/first-brief/first-brief.docx",
            "build/second/second.pdf",
            "build/second/second.docx",
        ]
        assert (here / "build/second/second.pdf").read_bytes().startswith(b"%PDF-")
        assert (here / "build/second/second.docx").read_bytes().startswith(b"PK")

    def test_in_a_pipe_a_clean_build_says_nothing_else(self, here: Path, run: Run) -> None:
        assert run("build").stderr == ""

    def test_one_format_of_one_brief_in_another_style_and_place(self, here: Path, run: Run) -> None:
        done = run("build", "first-brief", "--format", "docx", "--style", "ministry", "--out", "elsewhere")
        assert done.stdout == "elsewhere/first-brief/first-brief.docx\n"
        assert not (here / "build" / "first-brief").exists()

    def test_from_a_folder_below_the_workspace_is_found(
        self, here: Path, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(here / "briefs" / "first-brief")
        assert run("build", "brief.yaml", "--format", "docx").exit_code == DONE
        assert (here / "build" / "first-brief" / "first-brief.docx").is_file()

    def test_from_outside_the_workspace_of_the_brief_is_taken(
        self, here: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
        assert run("build", str(here / "briefs" / "first-brief"), "--format", "docx").exit_code == DONE
        assert (here / "build" / "first-brief" / "first-brief.docx").is_file()

    def test_a_brief_with_errors_leaves_nothing_and_stops_no_other(self, here: Path, run: Run) -> None:
        run("new", "second")
        _spoil(here)
        done = run("build", "--format", "docx")
        assert done.exit_code == PROBLEMS
        assert done.stdout == "build/second/second.docx\n"
        assert not (here / "build" / "first-brief").exists()
        assert done.stderr.splitlines()[-1] == "built 1 of 2 briefs: 1 error"

    def test_a_brief_named_twice_is_built_once(self, here: Path, run: Run) -> None:
        done = run("build", "first-brief", "briefs/first-brief", "--format", "docx", "--format", "docx")
        assert done.stdout == "build/first-brief/first-brief.docx\n"

    def test_two_briefs_of_one_name_are_refused(self, here: Path, run: Run) -> None:
        run("init", "other")
        done = run("build", "first-brief", "other/briefs/first-brief")
        assert done.exit_code == WRONG_USAGE
        assert 'would be built as "first-brief"' in done.stderr

    def test_an_unknown_brief_is_wrong_usage_with_a_suggestion(self, here: Path, run: Run) -> None:
        done = run("build", "first-brif")
        assert done.exit_code == WRONG_USAGE
        assert 'no brief is called "first-brif"' in done.stderr
        assert 'did you mean "first-brief"?' in done.stderr

    def test_an_unknown_style_is_wrong_usage_with_a_suggestion(self, here: Path, run: Run) -> None:
        done = run("build", "--style", "ministri")
        assert done.exit_code == WRONG_USAGE
        assert 'did you mean "ministry"?' in done.stderr

    def test_an_unknown_format_is_wrong_usage(self, here: Path, run: Run) -> None:
        done = run("build", "--format", "odt")
        assert done.exit_code == WRONG_USAGE
        assert "pdf, docx" in done.stderr

    def test_without_any_brief_it_says_how_to_start(
        self, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        done = run("build")
        assert done.exit_code == WRONG_USAGE
        assert "briefwright init DIR" in done.stderr

    def test_a_file_that_cannot_be_written_exits_with_3(self, here: Path, run: Run) -> None:
        (here / "file").write_text("", encoding="utf-8")
        done = run("build", "--format", "docx", "--out", "file/below")
        assert done.exit_code == NOT_WRITTEN
        assert "cannot write" in done.stderr

    def test_a_wrong_build_date_is_wrong_usage(self, here: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
        done = run("build")
        assert done.exit_code == WRONG_USAGE
        assert "SOURCE_DATE_EPOCH" in done.stderr


class TestCheck:
    def test_a_problem_is_told_at_its_place_with_its_line(self, here: Path, run: Run) -> None:
        _spoil(here)
        done = run("check")
        assert (done.exit_code, done.stdout) == (PROBLEMS, "")
        lines = done.stderr.splitlines()
        assert lines[0].startswith("briefs/first-brief/brief.yaml:")
        assert ": error[BW204]: " in lines[0]
        assert "status: drat" in lines[1]
        assert "^^^^" in lines[2]
        assert lines[-1] == "checked 1 brief: 1 error"

    def test_a_house_style_with_an_unknown_citation_style_is_told(self, here: Path, run: Run) -> None:
        theme = (builtin_data() / "templates" / "institute" / "theme.yaml").read_text(encoding="utf-8")
        (here / "templates" / "institute").mkdir()
        own = here / "templates" / "institute" / "theme.yaml"
        own.write_text(theme.replace("citation_style: chicago-notes", "citation_style: chicago-note"), encoding="utf-8")
        done = run("check")
        assert done.exit_code == PROBLEMS
        assert 'error[BW455]: no citation style is called "chicago-note"' in done.stderr
        assert 'did you mean "chicago-notes"?' in done.stderr

    def test_nothing_is_written(self, here: Path, run: Run) -> None:
        before = _files(here)
        run("check")
        assert _files(here) == before

    def test_quiet_leaves_errors_only(self, here: Path, run: Run) -> None:
        _spoil(here)
        lines = run("check", "--quiet").stderr.splitlines()
        assert "error[BW204]" in lines[0]
        assert not [line for line in lines if line.startswith("checked")]

    def test_verbose_names_the_files_read(self, here: Path, run: Run) -> None:
        stderr = run("check", "--verbose").stderr
        assert "checked first-brief" in stderr
        assert "briefs/first-brief/brief.yaml" in stderr

    def test_quiet_and_verbose_exclude_each_other(self, here: Path, run: Run) -> None:
        assert run("check", "-q", "-v").exit_code == WRONG_USAGE

    def test_colours_are_for_terminals(self, here: Path, run: Run) -> None:
        _spoil(here)
        assert "\x1b[" not in run("check").stderr
        assert "\x1b[31m" in run("check", color=True).stderr

    def test_no_color_turns_them_off(self, here: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        _spoil(here)
        monkeypatch.setenv("NO_COLOR", "1")
        assert "\x1b[" not in run("check", color=True).stderr


class TestSchema:
    def test_it_is_json(self, run: Run) -> None:
        assert json.loads(run("schema").stdout)["type"] == "object"

    def test_a_written_schema_is_fresh(self, here: Path, run: Run) -> None:
        assert run("schema", "--out", "brief.json").exit_code == DONE
        assert run("schema", "--check", "brief.json").exit_code == DONE

    def test_a_stale_schema_is_told_with_its_remedy(self, here: Path, run: Run) -> None:
        (here / "brief.json").write_text("{}", encoding="utf-8")
        done = run("schema", "--check", "brief.json")
        assert done.exit_code == PROBLEMS
        assert "briefwright schema --out brief.json" in done.stderr

    def test_a_new_workspace_has_the_fresh_one(self, here: Path, run: Run) -> None:
        assert run("schema", "--check", "schemas/brief.schema.json").exit_code == DONE


class TestHelp:
    @pytest.mark.parametrize("command", [[], ["build"], ["check"], ["new"], ["init"], ["schema"]])
    def test_it_tells_the_exit_codes(self, run: Run, command: list[str]) -> None:
        shown = run(*command, "--help").stdout
        for line in ("0  done", "1  there are problems", "2  wrong usage", "3  a file could not"):
            assert line in shown

    def test_the_version_is_told(self, run: Run) -> None:
        assert run("--version").stdout.startswith("briefwright, version ")


class TestCompletion:
    @pytest.mark.parametrize("shell", ["zsh", "fish"])
    def test_each_shell_gets_its_script(self, run: Run, shell: str) -> None:
        assert "_BRIEFWRIGHT_COMPLETE" in run("completion", shell).stdout

    def test_its_help_shows_each_shell_on_a_line(self, run: Run) -> None:
        shown = run("completion", "--help").stdout
        assert '\n  bash: eval "$(briefwright completion bash)" in ~/.bashrc\n  zsh: ' in shown

    @pytest.mark.parametrize(
        ("typed", "offered"),
        [
            ("build fir", ["first-brief"]),
            ("check --style m", ["ministry"]),
            ("build --format p", ["pdf"]),
            ("build x", ["x"]),
        ],
    )
    def test_names_are_completed(self, here: Path, typed: str, offered: list[str]) -> None:
        words = ["briefwright", *typed.split()]
        answer = CliRunner(
            env={
                "_BRIEFWRIGHT_COMPLETE": "zsh_complete",
                "COMP_WORDS": " ".join(words),
                "COMP_CWORD": str(len(words) - 1),
            }
        ).invoke(main, prog_name="briefwright")
        assert [answer.stdout.splitlines()[1]] == offered


class TestStart:
    @pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["check"]])
    def test_what_does_not_draw_imports_no_drawing(self, here: Path, arguments: list[str]) -> None:
        script = (
            "import sys; from briefwright.cli import main; main(sys.argv[1:], standalone_mode=False);"
            "print([name for name in ('reportlab', 'docx', 'uharfbuzz', 'lxml', 'fontTools') if name in sys.modules])"
        )
        done = subprocess.run(
            [sys.executable, "-c", script, *arguments], cwd=here, capture_output=True, encoding="utf-8", check=True
        )
        assert done.stdout.splitlines()[-1] == "[]"

    def test_it_runs_as_a_module(self, here: Path) -> None:
        done = subprocess.run([sys.executable, "-m", "briefwright", "check"], cwd=here, check=False)
        assert done.returncode == DONE


class TestRedline:
    @pytest.fixture
    def versions(self, here: Path) -> Path:
        """The first brief, and beside it one with another title."""
        text = (here / "briefs" / "first-brief" / "brief.yaml").read_text(encoding="utf-8")
        title = next(line for line in text.splitlines() if line.startswith("title:"))
        second = here / "briefs" / "second" / "brief.yaml"
        second.parent.mkdir()
        second.write_text(text.replace(title, "title: A title that is new"), encoding="utf-8")
        return here

    def test_both_files_are_written_and_their_names_are_printed(self, versions: Path, run: Run) -> None:
        done = run("redline", "first-brief", "second", "--out", "out", "--author", "Ada", "--date", "2026-11-21")
        assert done.exit_code == DONE
        assert done.stdout.split() == ["out/second/second-redline.docx", "out/second/second-changes.md"]
        assert "A title that is new" in (versions / "out/second/second-changes.md").read_text(encoding="utf-8")
        assert (versions / "out/second/second-redline.docx").read_bytes()[:2] == b"PK"

    def test_versions_that_print_the_same_are_told(self, versions: Path, run: Run) -> None:
        done = run("redline", "second", "second")
        assert done.exit_code == DONE
        assert "no change is tracked" in done.stderr

    def test_an_unknown_brief_is_wrong_usage(self, versions: Path, run: Run) -> None:
        done = run("redline", "first-bref", "second")
        assert (done.exit_code, done.stdout) == (WRONG_USAGE, "")
        assert "BW701" in done.stderr

    def test_an_unknown_revision_is_wrong_usage(self, versions: Path, run: Run) -> None:
        done = run("redline", "nowhere:second", "second")
        assert done.exit_code == WRONG_USAGE
        assert "BW70" in done.stderr

    def test_problems_of_either_version_are_told_and_nothing_is_written(self, versions: Path, run: Run) -> None:
        _spoil(versions)
        done = run("redline", "first-brief", "second")
        assert (done.exit_code, done.stdout) == (PROBLEMS, "")
        assert "briefs/first-brief/brief.yaml" in done.stderr
        assert not (versions / "build" / "second").exists()

    @pytest.mark.parametrize("wrong", [("--date", "soon"), ("--author", " "), ("--author", "a\0b"), ("--style", "no")])
    def test_a_wrong_option_is_wrong_usage(self, versions: Path, run: Run, wrong: tuple[str, str]) -> None:
        assert run("redline", "first-brief", "second", *wrong).exit_code == WRONG_USAGE

    def test_what_cannot_be_written_exits_with_3(self, versions: Path, run: Run) -> None:
        (versions / "file").write_text("", encoding="utf-8")
        assert run("redline", "first-brief", "second", "--out", "file/below").exit_code == NOT_WRITTEN
