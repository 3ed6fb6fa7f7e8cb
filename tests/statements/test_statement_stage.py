"""The stage on parses made by hand: no model, no who's-who."""

from __future__ import annotations

from kawat.records import Actor, Article, Block, Mention, Reading, Sentence, Token
from kawat.statements import StatementStage
from kawat.statements.forms import lexicon

STAGE = StatementStage("id")


def sentence(text: str, start: int, index: int, block: int) -> Sentence:
    """Words with tags as "kata/VERB"; names are capitalised; everything hangs on the first word."""
    tokens, at = [], start
    for word in text.split():
        form, _, upos = word.partition("/")
        tag = upos or ("PUNCT" if not form.isalnum() else "PROPN" if form[:1].isupper() else "NOUN")
        tokens.append(Token(form, at, at + len(form), form.lower(), tag, 0, "dep" if tokens else "root"))
        at += len(form) + 1
    return Sentence(index, "text", start, at - 1, block, tuple(tokens))


def reading(*paragraphs: str, people: tuple[str, ...] = ()) -> Reading:
    """One sentence a paragraph, words apart by blanks; ``people`` are known by that one word."""
    plain = [" ".join(word.partition("/")[0] for word in line.split()) for line in paragraphs]
    blocks, sentences, at = [], [], 0
    for number, (line, words) in enumerate(zip(paragraphs, plain, strict=True)):
        blocks.append(Block("paragraph", at, at + len(words)))
        sentences.append(sentence(line, at, number, number))
        at += len(words) + 1
    actors = [person(f"a{i + 1}", name, sentences) for i, name in enumerate(people)]
    article = Article("x", "\n".join(plain), published="2023-10-03", blocks=tuple(blocks))
    return Reading(article, sentences=tuple(sentences), actors=tuple(actors))


def person(id: str, name: str, sentences: list[Sentence]) -> Actor:
    mentions = [
        Mention(t.start, t.end, t.text, s.index, i, i + 1, i)
        for s in sentences
        for i, t in enumerate(s.tokens)
        if t.text == name
    ]
    return Actor(id, name, "ZZZ:GOV", kind="person", mentions=tuple(mentions))


def said(found: Reading) -> list[tuple[str, str]]:
    return [(s.speaker.name, s.content.text) for s in found.statements]


def test_the_stage_says_what_it_needs_and_adds():
    assert STAGE.needs == {"sentences", "actors"}
    assert STAGE.adds == {"statements"}


def test_a_reading_without_sentences_stays_as_it_is():
    empty = Reading(Article("x", ""))

    assert STAGE(empty) is empty


def test_content_and_cue_are_spans_of_the_text():
    found = STAGE(reading('" Kami siap , " kata/VERB Budi .', people=("Budi",)))
    (statement,) = found.statements

    assert found.article.text[statement.cue.start : statement.cue.end] == "kata"
    assert found.article.text[statement.content.start : statement.content.end] == statement.content.text
    assert statement.rules == ("quote.bare",)
    assert statement.sentence == 0


def test_statements_are_numbered_in_the_order_of_the_text():
    found = STAGE(
        reading(
            '" Kami siap , " kata/VERB Budi .',
            "Wati menyatakan/VERB bahwa ia pergi/VERB .",
            people=("Budi", "Wati"),
        )
    )

    assert [(s.id, s.speaker.name) for s in found.statements] == [("s1", "Budi"), ("s2", "Wati")]


def test_a_speaker_whom_nobody_knew_becomes_an_actor():
    found = STAGE(reading('" Kami siap , " kata/VERB seorang pejabat .'))

    (new,) = found.actors
    assert (new.name, new.kind, found.statements[0].speaker.actor) == ("seorang pejabat", "people", new.id)
    assert [m.how for m in new.mentions if m.how == "speaker"] == ["speaker"]


def test_the_same_description_is_the_same_actor():
    found = STAGE(
        reading('" Kami siap , " kata/VERB seorang pejabat .', '" Kami pergi , " kata/VERB seorang pejabat .')
    )

    assert len(found.actors) == 1


def test_kami_in_quoted_words_is_the_speaker():
    found = STAGE(reading('" Kami siap , " kata/VERB Budi .', people=("Budi",)))

    assert [(m.text, m.how) for m in found.actors[0].mentions] == [("Budi", "name"), ("Kami", "we")]


def test_words_without_an_identifiable_source_are_no_statement():
    assert said(STAGE(reading('" Kami siap , " ujarnya/VERB .'))) == []


def test_a_negated_cue_reports_nothing():
    assert said(STAGE(reading("Budi tidak menyatakan/VERB bahwa ia pergi/VERB .", people=("Budi",)))) == []


def test_what_somebody_wants_to_say_is_not_said():
    assert said(STAGE(reading("Budi ingin menyatakan/VERB bahwa ia pergi/VERB .", people=("Budi",)))) == []


def test_cues_inside_quoted_words_are_the_speakers_own():
    found = STAGE(
        reading('" Wati mengatakan/VERB ia pergi/VERB , " kata/VERB Budi .', people=("Budi", "Wati"))
    )

    assert said(found) == [("Budi", "Wati mengatakan ia pergi ,")]


def test_a_part_of_a_full_name_is_that_person():
    known = reading("Budi Raharjo tiba/VERB .", '" Kami siap , " kata/VERB Raharjo .')
    actor = Actor("a1", "Budi Raharjo", "IDN:GOV", kind="person")
    found = STAGE(Reading(known.article, sentences=known.sentences, actors=(actor,)))

    assert [s.speaker.actor for s in found.statements] == ["a1"]


def test_every_form_of_a_verb_is_known_once_with_its_order():
    entries = lexicon("id").entries

    assert [entries[word].order for word in ("mengatakan", "kata", "katanya", "dikatakan", "menurut")] == [
        "active", "bare", "clitic", "passive", "according",
    ]  # fmt: skip


def test_no_verb_stands_in_two_groups():
    rows = [row for group in lexicon("id").cues.verbs for row in group.words]

    assert len(rows) == len(set(rows))
    assert all(len(row.split()) == 3 for row in rows)
