"""What each command of `postil` is for: what its help says, and how it is called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class CommandHelp:
    """What `--help` says about a command: one line, what it prints, and commands to try.

    `folder` says whether it takes a corpus, `formats` whether it can print JSON Lines.
    """

    line: str
    description: str
    examples: tuple[tuple[str, str], ...]
    folder: Literal["needed", "optional", "none"] = "needed"
    formats: bool = True


COMMANDS: dict[str, CommandHelp] = {
    "index": CommandHelp(
        "build or update the search index",
        "Bring the index of a corpus up to date and say what was done: articles added, changed,"
        " removed and renamed, and files that are no article. The index is a cache in your own"
        " cache folder; nothing is written into the corpus.",
        (
            ("postil index articles/", "build it, or update what changed"),
            ("postil index articles/ --format jsonl", "the same, as one line of JSON"),
        ),
    ),
    "search": CommandHelp(
        "search the whole corpus",
        "Search all articles and print the best, each with the passages that match. The index is"
        " updated first. Exact hits come first; a word that is rare or absent is widened to words"
        " spelled or sounding nearly the same, and what was widened is said. The first query that"
        " asks for names, numbers or speakers analyses the articles, which may take a while."
        " The query language is explained in docs/search.md.",
        (
            ("postil search articles/ ferry harbour", "articles with both words"),
            ("postil search articles/ '\"over 1,450\"'", "a phrase, across any kind of space"),
            ("postil search articles/ outlet:gazette date:2019..", "what is known of articles"),
            ("postil search articles/ 'number:>1000 dam NEAR/5 people'", "numbers, words near"),
            ("postil search articles/ harbor --exact", "this spelling only"),
            ("postil search articles/ --limit 100 -- -draft", "a query that begins with a hyphen"),
        ),
    ),
    "concordance": CommandHelp(
        "show every place of a query in its context, and count there",
        "Print a line for every place of a query (keyword in context), or with an option what can"
        " be counted there: collocates, n-grams, forms, dispersion. Words are matched as they are"
        " spelled. Of a query of fields alone the places are what these name: mentions"
        " (entity: person: org: place:), numbers (number:), your annotations (tag: note:). With"
        " --keyness the words are listed that tell the articles of that query from the others."
        " docs/concordance.md says what each figure is.",
        (
            ("postil concordance articles/ dam", "every place of a word"),
            ("postil concordance articles/ 'surrender*' --sort R1,R2", "by the words after it"),
            ("postil concordance articles/ entity:tulgara --collocates", "in all its spellings"),
            ("postil concordance articles/ dam --ngrams 3", "runs of three words with it"),
            ("postil concordance articles/ dam --dispersion", "in which articles, and when"),
            ("postil concordance articles/ --keyness outlet:gazette", "what that outlet says more"),
            ("postil concordance articles/ dam --format tsv > dam.tsv", "for a spreadsheet"),
        ),
    ),
    "similar": CommandHelp(
        "find the articles like another one",
        "Print the articles that are most like one of the corpus. They are found by its key terms:"
        " the words that are frequent in it and rare in the others, told by their log-likelihood."
        " The query that these make is printed below, to be changed and given to `postil search`."
        " With --at it is the key terms of a passage.",
        (
            ("postil similar articles/ 004_report.txt", "more like this article"),
            ("postil similar articles/ 004_report.txt --at 478:558", "more like this passage"),
            ("postil similar articles/ 004_report.txt --terms 30", "by more of its words"),
        ),
    ),
    "duplicates": CommandHelp(
        "list the articles that are one",
        "Print the duplicates and near-duplicates among the articles of a corpus, in groups, each"
        " with how like the longest of its group it is: the share of the runs of four words that"
        " both have. At half of them two articles are near-duplicates. What states figures that the"
        " longest does not is told. What was compared is kept beside the index and not compared"
        " again.",
        (
            ("postil duplicates articles/", "the groups, the largest first"),
            ("postil duplicates articles/ --format jsonl", "a line of JSON for each article"),
        ),
    ),
    "articles": CommandHelp(
        "list the articles with title, outlet and date",
        "List the articles of a corpus with what is known about each: date, outlet, title. A `~`"
        " before a value says that it is likely, a `?` that it is a guess; what is not known is"
        " left blank. The length is in characters.",
        (
            ("postil articles articles/", "a table"),
            ("postil articles articles/ --format jsonl", "with the evidence of every value"),
        ),
    ),
    "entities": CommandHelp(
        "list people, organisations, places and peoples",
        "List the entities of a corpus, by type and number of mentions, each with the other"
        " spellings that it was found under. As JSON Lines: one line for every mention. With"
        " --aliases: each entity with its names, their counts, and why they are one; what is wrong"
        " there is forbidden in postil.yaml (entities: a name, and under `not` what it is not).",
        (
            ("postil entities articles/", "who and where, most mentioned first"),
            ("postil entities articles/ --aliases", "with the reason for each merge of names"),
            ("postil entities articles/ --format jsonl", "every mention with its place"),
        ),
    ),
    "quantities": CommandHelp(
        "list the numbers, each with its sentence",
        "List every quantity of a corpus, with its bound, its unit, what is counted, the article"
        " and the line where it stands, and the sentence around it.",
        (
            ("postil quantities articles/", "the figures in a table"),
            ("postil quantities articles/ --format jsonl | jq 'select(.value > 1000)'", ""),
        ),
    ),
    "statements": CommandHelp(
        "list who says what",
        "List every statement of a corpus, direct and indirect: the speaker, whoever passes it on,"
        " the line where it stands, and the passage, with the speaker and the cue marked. A `?`"
        " stands for a speaker whom the article does not name.",
        (
            ("postil statements articles/", "article by article"),
            ("postil statements articles/ --speaker vantsian", "what one person says"),
            ("postil statements articles/ --format jsonl", "with the place of every part"),
        ),
    ),
    "explain": CommandHelp(
        "say what is known of a place, and why",
        "Say everything that is known about one place of an article: furniture, metadata, entity"
        " with its merges, quantity, date, statement, annotation; and for each the rules that said"
        " so. OFFSET counts code points from 0, as everywhere in Postil; FILE is a path, or the"
        " name of an article of --corpus. Without it the corpus is the nearest folder above the"
        " file that was opened before or has a postil.yaml, else the file alone.",
        (
            ("postil explain articles/001.txt:478", "what is known of that code point"),
            ("postil explain articles/001.txt:478 --json", "a line of JSON for each thing"),
            ("postil explain 001.txt:478 --corpus articles/", "by the name of the article"),
        ),
        folder="none",
    ),
    "read": CommandHelp(
        "print articles as plain text, to be read aloud",
        "Print articles as plain text: title, outlet and date, then a paragraph or a sentence on"
        " each line, with no escape sequence, control or hidden character, and without furniture."
        " Made for screen readers, speech and braille, and for pipes. With --with-annotations what"
        " you wrote follows the words that it is on, in brackets. FILE is a path, or the name of an"
        " article of --corpus; it is read in the corpus that `explain` would read it in.",
        (
            ("postil read articles/001.txt", "a paragraph a line"),
            ("postil read articles/001.txt --by sentence | espeak-ng", "aloud"),
            ("postil read articles/001.txt --with-annotations", "with your notes"),
        ),
        folder="none",
        formats=False,
    ),
    "compare": CommandHelp(
        "say in what two articles differ",
        "Compare two articles, or two versions of one: figures that differ in sentences that say"
        " much the same, other figures of one thing, then every passage that differs. [-words-]"
        " stand in the first alone, {+words+} in the second. Case and punctuation are no"
        " difference; furniture is left out. FILE is a path, or the name of an article of --corpus;"
        " each is read in the corpus that `explain` would read it in. The exit status is 1 where"
        " nothing differs.",
        (
            ("postil compare articles/001.txt articles/007.txt", "a report and its correction"),
            ("postil compare articles/001.txt old/001.txt", "a text and an earlier one"),
            ("postil compare 001.txt 007.txt --corpus articles/ --format jsonl", "as JSON Lines"),
        ),
        folder="none",
    ),
    "ledger": CommandHelp(
        "list all annotations",
        "List all annotations of a corpus, by article, each with the line where it stands now, its"
        " state (ok, moved, changed, ambiguous, lost), the words it stands on and the note.",
        (
            ("postil ledger articles/", "all annotations"),
            ("postil ledger articles/ has:claim speaker:vask", "claims of one person"),
            (
                "postil ledger articles/ --group tag -- -state:ok",
                "what has to be looked at, by tag",
            ),
            ("postil ledger articles/ --annotations notes/", "with the sidecars in another folder"),
        ),
    ),
    "export": CommandHelp(
        "write annotations in the format of another tool",
        "Write the annotations of a corpus, all or those that a query asks for: as W3C Web"
        " Annotations (JSON-LD), CSV, tab-separated text, or a report in Markdown or in HTML that"
        " needs nothing else. With --article one article is written in full, with its annotations"
        " as numbered notes, each with its words, its place and what it says (html, markdown,"
        " text); --print prints that by lp, by lpr or by the command of the setting `printer`."
        " Offsets are code points of the text that Postil reads.",
        (
            ("postil export articles/ --to w3c > annotations.jsonld", "for other tools"),
            ("postil export articles/ has:claim --output claims.csv", "told by the name"),
            ("postil export articles/ tag:dam --to html > report.html", "to be read"),
            (
                "postil export articles/ --article 001.txt --output 001.notes.html",
                "an article with its notes",
            ),
            ("postil export articles/ --article 001.txt --print", "the same, on paper"),
        ),
        formats=False,
    ),
    "import": CommandHelp(
        "take in annotations of another tool",
        "Add the annotations of a file (W3C Web Annotations as JSON-LD, CSV, tab-separated text) to"
        " the sidecars. Nothing there is overwritten: what is there already is left, and what says"
        " something else under the same id is added under another. What cannot be placed arrives as"
        " lost, with its words. The exit status is 1 where something was refused.",
        (
            ("postil import articles/ annotations.jsonld", ""),
            ("postil import articles/ coded.csv --as ilse", "as of a reader of that name"),
        ),
        formats=False,
    ),
    "merge": CommandHelp(
        "merge two sidecars of one article",
        "Put two sidecars of one article together, with nothing of either lost, and print the"
        " result: the first as it stands, with what only the second has. What both have is brought"
        " together; where they contradict each other, both stand, the second under another id. Of a"
        " sidecar that git could not merge, both sides are put together. With --base, as in a merge"
        " driver of git, what one side alone changed or deleted holds.",
        (
            ("postil merge mine.yaml theirs.yaml > both.yaml", "print it"),
            ("postil merge mine.yaml theirs.yaml --write", "write it into the first"),
            ("postil merge torn.yaml --write", "both sides of a git conflict"),
            ("postil merge --write --base %O %A %B", "as merge.postil.driver of git"),
        ),
        folder="none",
        formats=False,
    ),
    "agreement": CommandHelp(
        "say how far two readers agree",
        "Give Cohen's kappa of two readers, named as in `by`, over the words of the articles that"
        " both annotated: for what they marked at all, and for each tag.",
        (
            ("postil agreement articles/ ilse joren", "1 is full agreement, 0 is chance"),
            ("postil agreement articles/ ilse joren --format jsonl", ""),
        ),
    ),
    "check": CommandHelp(
        "check files, sidecars and postil.yaml",
        "Report what is wrong in a corpus, each problem with its file, its line and what to do:"
        " files that are no article, sidecars and a postil.yaml that cannot be read, annotations"
        " that are not where they were. The exit status is 1 where there are problems, else 0.",
        (
            ("postil check articles/", "one problem a line, as compilers print them"),
            ("postil check articles/ --format jsonl", ""),
        ),
    ),
    "journal": CommandHelp(
        "list what was deleted or overwritten",
        "List the annotations of a corpus that were deleted or changed in the last 30 days, each as"
        " it stood in its sidecar before, the oldest first. To bring one back, put its lines under"
        " `annotations:` in the sidecar, in the place of what is there of the same id. JSON Lines"
        " hold the exact characters.",
        (
            ("postil journal articles/", "all that is kept"),
            ("postil journal articles/ a-k3v9x2m7qd", "one annotation"),
            ("postil journal articles/ 001.txt", "those of one article"),
        ),
    ),
    "doctor": CommandHelp(
        "check this installation and what it finds here",
        "Say what this Postil is, which folders it uses, what the terminal can do and what is wrong"
        " with settings and keymap; with DIR, also how its index and its caches are. The exit"
        " status is 1 where something has to be done, and what that is stands beside it.",
        (
            ("postil doctor", "the installation and the terminal"),
            ("postil doctor articles/", "a corpus, too"),
            ("postil doctor articles/ --json", "the same as lines of JSON"),
        ),
        folder="optional",
    ),
    "settings": CommandHelp(
        "show, write or check settings and keymap",
        "Print where the settings and the keymap lie and what is in force. With --write, write both"
        " files with every option at its default, commented out; a file that is there is left as"
        " it is. With --check, print what is wrong in them; the exit status is then 1.",
        (
            ("postil settings", "what is in force"),
            ("postil settings --write", "files to edit"),
        ),
        folder="none",
        formats=False,
    ),
    "completion": CommandHelp(
        "print the completion script of a shell",
        "Print a script that makes bash, zsh or fish complete the commands of postil and their"
        " options.",
        (
            ('eval "$(postil completion bash)"', "in ~/.bashrc"),
            ('eval "$(postil completion zsh)"', "in ~/.zshrc, after compinit"),
            ("postil completion fish | source", "in ~/.config/fish/config.fish"),
        ),
        folder="none",
        formats=False,
    ),
}

CORPUS_COMMANDS = tuple(
    name
    for name, about in COMMANDS.items()
    if about.folder == "needed" and about.formats and name != "agreement"
)
"""The commands about one reader's corpus, their first argument, that print JSON Lines, too."""
