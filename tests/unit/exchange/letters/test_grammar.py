"""What a letter may say: names, conditions, loops; everything else is refused before it is worked out."""

from __future__ import annotations

import pytest

from seapgen.exchange.letters.letter import check_letter, fill
from seapgen.model.errors import BrokenTemplateError, ExitCode
from seapgen.model.finding import Finding
from tests.support.word_letters import DRESS, facts, filled, template

INJECTIONS = (
    "{{ ''.__class__ }}", "{{ ''.__class__.__mro__[1].__subclasses__() }}", "{{ [].__class__.__base__ }}",
    "{{ ().__class__.__bases__[0] }}", "{{ {}.__class__ }}", "{{ 1 .__class__ }}", "{{ config }}", "{{ config.items() }}",
    "{{ self }}", "{{ self.__init__.__globals__ }}", "{{ self._TemplateReference__context }}", "{{ request }}",
    "{{ request.application.__globals__ }}", "{{ cycler }}", "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ joiner.__init__.__globals__ }}", "{{ namespace.__init__.__globals__ }}", "{{ namespace() }}", "{{ lipsum }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}", "{{ lipsum.__globals__.__builtins__ }}", "{{ dict }}",
    "{{ dict(a=1) }}", "{{ range(9) }}", "{{ range(10000000000) }}", "{{ url_for.__globals__ }}", "{{ get_flashed_messages }}",
    "{{ open('/etc/passwd').read() }}", "{{ __import__('os') }}", "{{ import('os') }}", "{{ eval('1') }}", "{{ print(1) }}",
    "{{ programme.__class__ }}", "{{ programme._language }}", "{{ place._value }}", "{{ place.__class__ }}",
    "{{ place['__class__'] }}", "{{ place|attr('__class__') }}", "{{ place|attr('_value') }}", "{{ figures._found }}",
    "{{ figures.keys() }}", "{{ figures.__getitem__('plan.actions') }}", "{{ figures['plan.actions'].__init__ }}",
    "{{ date.__call__.__globals__ }}", "{{ date.__globals__ }}", "{{ date(place) }}", "{{ date('2020-01-01').__class__ }}",
    "{{ 'x' * 10000000 }}", "{{ 9 ** 9 ** 9 }}", "{{ 7 * 7 }}", "{{ 'a' ~ 'b' }}", "{{ '%s' % place }}", "{{ '{0.__class__}'.format(place) }}",
    "{{ 'a'.join(['b']) }}", "{{ actions|map(attribute='__class__')|list }}", "{{ actions|list }}", "{{ place|string }}",
    "{{ place|safe }}", "{{ '<w:p/>'|safe }}", "{{ place|format('x') }}", "{{ place|pprint }}", "{{ place|tojson }}",
    "{{ actions|groupby('id') }}", "{{ actions|sort }}", "{{ actions|batch(3) }}", "{{ actions[0] }}", "{{ actions[0:2] }}",
    "{{ [1, 2][0].__class__ }}", "{{ {'a': 1} }}", "{{ loop }}", "{{ caller() }}", "{{ varargs }}", "{{ super() }}",
    "{% set x = 1 %}", "{% set x = lipsum %}{{ x }}", "{% import 'os' as os %}", "{% from 'a' import b %}", "{% include 'x' %}",
    "{% extends 'x' %}", "{% block x %}{% endblock %}", "{% macro x() %}{% endmacro %}", "{% call x() %}{% endcall %}",
    "{% filter upper %}x{% endfilter %}", "{% with x=1 %}{% endwith %}", "{% autoescape false %}{{ place }}{% endautoescape %}",
    "{% for x in range(1000000000) %}x{% endfor %}", "{% for x in ().__class__.__base__.__subclasses__() %}{% endfor %}",
    "{% for a, b in figures.items() %}{% endfor %}", "{% for x in actions recursive %}{{ loop(x) }}{% endfor %}",
    "{% for x in place %}{% endfor %}", "{% for x in figures %}{% endfor %}", "{% if place is sameas place %}{% endif %}",
    "{% if lipsum %}{% endif %}", "{% if place.__class__ %}{% endif %}", "{% do 1 %}", "{% debug %}",
)  # fmt: skip


def findings_of(*words: str) -> list[Finding]:
    """What checking a letter of some paragraphs finds."""
    return list(check_letter(template(*words)))


@pytest.mark.parametrize("payload", INJECTIONS)
def test_an_injection_is_refused_before_it_is_worked_out(payload: str) -> None:
    """Every payload is a finding that quotes its paragraph; nothing is filled."""
    found = findings_of("A harmless line.", payload)

    assert {f.code for f in found} <= {"T61", "T63", "T66"}
    assert found
    with pytest.raises(BrokenTemplateError) as caught:
        fill(template(payload), facts(), DRESS)
    assert ExitCode.BROKEN_TEMPLATE == caught.value.exit_code


def test_there_are_sixty_injections() -> None:
    """The list is as long as was asked for, and each stands in it once."""
    assert len(set(INJECTIONS)) == len(INJECTIONS) >= 60


@pytest.mark.parametrize(
    "line",
    [
        "{{ place.of }}", "{{ place.Subject }}", "{{ place.in }}", "{{ target.year.nel }}", "{{ plan.cost.full }}", "{{ plan.cost.table }}",
        "{{ plan.reduction.unit }}", '{{ figures["plan.actions"] }}', '{{ figures["municipality/turin:plan.actions"] }}',
        '{{ date("2026-12-31") }}', "{% if covenant.signed_on %}{{ covenant.signed_on }}{% else %}–{% endif %}",
        "{% for a in actions if a.cost %}{{ loop.index }} {{ a.title }}{% if not loop.last %}, {% endif %}{% endfor %}",
        "{{ (inventory.sectors|first).name.from }}", "{{ (actions|last).id }}", "{% if actions|length > 3 %}many{% endif %}",
        '{% if municipality.country == "IT" %}TUEL{% endif %}', "{% if plan.cost > 1000000 %}x{% endif %}", "{{ agency.name|upper }}",
        '{% if programme.issue_date > date("2026-01-01") %}x{% endif %}', "{{ municipality.nuts or '–' }}", "{# a remark #}x",
        '{% for a in actions if a.status in ("ongoing", "new") %}{{ a.id }}{% endfor %}', "{% if group is none %}x{% endif %}",
        '{% if figures["no.such"] is defined %}x{% else %}y{% endif %}', "{{ “x” if plan else “y” }}",
    ],
)  # fmt: skip
def test_what_letters_need_is_allowed(line: str) -> None:
    """Names, forms, conditions, comparisons, loops with a condition, first and last are no faults, and can be filled."""
    assert [] == findings_of(line)
    assert "{" not in filled(line)


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("{{ programe.title }}", "T63", "programme"),
        ("{{ programme.titel }}", "T63", "programme.title"),
        ("{% if not plan %}{{ municipality.nmae }}{% endif %}", "T63", "municipality.name"),
        ("{% for a in actions %}{{ a.titel }}{% endfor %}", "T63", "a.title"),
        ("{% for a in actions %}{{ loop.indx }}{% endfor %}", "T63", "loop.index"),
        ("{{ today }}", "T63", "There are"),
        ("{{ now() }}", "T61", "now"),
        ("{% if plan %}never closed", "T62", "paragraph"),
        ("{{ plan..cost }}", "T66", "understood"),
        ("{{ 1 + 1 }}", "T61", "add"),
    ],
)  # fmt: skip
def test_a_fault_names_the_place_and_what_there_is(line: str, code: str, said: str) -> None:
    """The finding has its code, the words of the paragraph, and names that are near; also in a branch that is not taken."""
    from seapgen.localise.language import load_language

    english = load_language("en")
    found = findings_of("Before.", f"See here: {line}", "After.")
    text = " ".join(english.say(f.message) + " " + (english.say(f.proposal) if f.proposal else "") for f in found)

    assert code in [f.code for f in found]
    assert "See here" in text
    assert said in text


def test_all_faults_are_told_at_once() -> None:
    """Three wrong names are three findings."""
    assert 3 == len(findings_of("{{ one }}", "{{ two.a }}", "{{ plan.three }}"))


@pytest.mark.parametrize("depth", [5, 12])
def test_loops_in_loops_end(depth: int) -> None:
    """Twelve actions to the power of five are stopped after some thousand steps, and told as T65."""
    opened = "".join(f"{{% for a{n} in actions %}}" for n in range(depth))

    with pytest.raises(BrokenTemplateError) as caught:
        fill(template(opened + "x" + "{% endfor %}" * depth), facts(), DRESS)
    assert ["T65"] == [f.code for f in caught.value.findings]


def test_nested_brackets_are_told_not_followed() -> None:
    """An expression a hundred thousand brackets deep is a finding."""
    deep = "{{ " + "(" * 100_000 + "plan" + ")" * 100_000 + " }}"

    assert ["T66"] == [f.code for f in findings_of(deep)]
