"""The table of diagnostic codes: what each one means and how much it weighs.

Ranges: 1xx reading a file, 2xx the shape of a brief, 3xx what its parts say of each other,
4xx house styles, 5xx prose and citations, 6xx fonts and pictures, 7xx the workspace,
8xx drafts that come back.
`docs/diagnostics.md` is generated from here; every code has a fixture in `tests/diagnostics/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple


class Code(NamedTuple):
    """A code's weight, its title, and why it matters or what usually causes it."""

    severity: Literal["error", "warning", "info"]
    title: str
    meaning: str


CODES: Mapping[str, Code] = {
    # 1xx: reading a file
    "BW101": Code("error", "not valid YAML", "The file cannot be read as YAML from this place on."),
    "BW102": Code("error", "duplicate key", "A mapping names the same key twice; only one could count."),
    "BW103": Code("error", "nested too deeply", "Lists and mappings stand inside one another beyond the bound."),
    "BW104": Code("error", "file too long", "The file is larger than any brief needs to be."),
    "BW105": Code("error", "not UTF-8", "The file holds bytes that are not UTF-8 text."),
    "BW106": Code("error", "forbidden character", "Control and private-use characters cannot be printed."),
    "BW107": Code("error", "aliases expand too far", "Anchors and aliases would multiply the file beyond the bound."),
    "BW108": Code("error", "unsupported YAML", "Tags, merge keys, complex keys and several documents are not read."),
    "BW109": Code("error", "empty file", "The file holds nothing."),
    # 2xx: the shape of a brief
    "BW201": Code("error", "unknown field", "The model has no field of this name here."),
    "BW202": Code("error", "missing field", "A required field is not given."),
    "BW203": Code("error", "wrong type", "The value is not of the kind that the field holds."),
    "BW204": Code("error", "not an allowed value", "The field takes one of a closed list of values."),
    "BW205": Code("error", "out of bounds", "The value is too long, too short, too large or too small."),
    "BW206": Code("error", "malformed value", "The value does not have the form that the field asks for."),
    "BW207": Code("error", "fields that do not go together", "Fields exclude each other, or one of several is needed."),
    "BW208": Code("error", "too many problems", "The file has more problems than anybody would read at once."),
    # 3xx: what the parts of a brief say of each other
    "BW301": Code("error", "id used twice", "An id names one part; references to it would be ambiguous."),
    "BW302": Code("error", "unknown id", "A reference leads to no part of the brief, or to one of another kind."),
    "BW303": Code("error", "second-hand source", "What is known through another source leads to one that was read."),
    "BW304": Code("error", "dates out of order", "One thing is said to happen before another that must precede it."),
    "BW305": Code("error", "source after the cut-off", "A source is younger than the information the brief considers."),
    "BW306": Code("error", "scale not declared", "A term of likelihood or confidence, or a phase, is defined nowhere."),
    "BW307": Code("error", "not on the scale", "A likelihood, confidence or impact is not part of the declared scale."),
    "BW308": Code(
        "error", "not assessed without a reason", "Leaving an assessment open is honest if the reader learns why."
    ),
    "BW309": Code(
        "error", "risk matrix unsound", "The matrix must rate every cell, and never lower for a greater risk."
    ),
    "BW310": Code(
        "error", "likelihoods do not add up", "Scenarios that cover everything must be able to reach 100 percent."
    ),
    "BW311": Code(
        "error", "recommended option unclear", "A brief for decision recommends one option and carries it out."
    ),
    "BW312": Code(
        "error", "confirmed by one source", "Credibility 1 means that an independent source confirms the claim."
    ),
    "BW313": Code("error", "strong on weak evidence", "Who recommends firmly on weak evidence must say why."),
    "BW314": Code(
        "error", "marking at odds with its scheme", "A level or portion marking is not what the scheme allows."
    ),
    "BW316": Code("error", "name under the Chatham House Rule", "The Rule forbids to reveal who spoke, or for whom."),
    "BW317": Code("error", "pull quote not found", "A pull quote repeats the text word for word, or cites its source."),
    "BW318": Code(
        "error", "ragged data", "A row or a series does not have as many values as the table or chart needs."
    ),
    "BW320": Code("error", "not for this type", "The brief gives something that its type does not have."),
    "BW321": Code(
        "error", "part required", "The type, status or purpose of the brief requires a part that is not there."
    ),
    "BW322": Code("warning", "timeline out of order", "Events stand in another order than they happened."),
    "BW323": Code("error", "circular dependency", "Recommendations wait for one another, so that none can begin."),
    "BW325": Code("error", "source incomplete", "A reader could not find the source, or tell how it was seen."),
    "BW326": Code("warning", "summary too long", "A summary is worth reading if it is much shorter than the text."),
    "BW327": Code(
        "error", "event after the cut-off", "What comes after the cut-off is not known, unless it is planned."
    ),
    "BW328": Code("warning", "placed nowhere", "A figure, table, box or quote that no section places is left out."),
    # 4xx: house styles
    "BW401": Code("error", "template not understood", "The template breaks the rules of its language at this line."),
    "BW402": Code(
        "error", "unknown name in a template", "The template asks for a field or a name that does not exist."
    ),
    "BW403": Code("error", "template not found", "The house, or a template it imports, lacks the file."),
    "BW404": Code(
        "error", "refused to a template", "Templates run in a sandbox: they place what a brief says, no more."
    ),
    "BW405": Code("error", "template failed", "An expression of the template cannot be worked out."),
    "BW451": Code("error", "undefined name in a theme", "A style names a colour, a font or a style that is not there."),
    "BW452": Code("error", "style based on itself", "A chain of based_on leads back to where it began."),
    "BW453": Code("error", "style missing from a theme", "Some styles are used by every document."),
    "BW454": Code("error", "style not in the theme", "The template asks for a style that the theme does not define."),
    "BW410": Code("error", "markup not understood", "What the template gives is not well-formed XML."),
    "BW411": Code("error", "unknown element", "The markup has no element of this name."),
    "BW412": Code("error", "unknown attribute", "The element has no attribute of this name."),
    "BW413": Code("error", "missing attribute", "The element cannot be drawn without this attribute."),
    "BW414": Code("error", "attribute out of bounds", "The attribute does not take this value."),
    "BW415": Code("error", "misplaced element or text", "The markup does not let this stand here."),
    "BW416": Code("error", "id placed twice", "A cross-reference to this id could lead to two places."),
    "BW417": Code("error", "field damaged by a filter", "Filters work on a field before it is placed, not after."),
    "BW418": Code("error", "value without a printed form", "Lists, records and yes-or-no values have no words."),
    "BW419": Code("error", "rows of unequal width", "Each row of a table fills the same number of columns."),
    "BW420": Code(
        "error", "reference to nothing placed", "A reference of the template leads to an id that no block has."
    ),
    "BW421": Code(
        "error", "words missing", "The words files of the house lack these words in the language of the brief."
    ),
    "BW422": Code("error", "language without words", "The house has no words file for the language of the brief."),
    "BW423": Code("error", "words file malformed", "A words file gives words, or groups of words, by name."),
    "BW455": Code("error", "unknown citation style", "The theme names a citation style that is not built in."),
    # 5xx: prose and citations
    "BW501": Code("error", "unknown source", "A citation calls a source that the brief does not list."),
    "BW502": Code("error", "unknown cross-reference", "A cross-reference leads to an id that the brief does not have."),
    "BW503": Code("error", "malformed citation", "What stands in brackets cannot be read as a citation."),
    "BW504": Code("warning", "emphasis without an end", "A star or underscore that looks like markup has no partner."),
    "BW505": Code("error", "bracket without an end", "A citation, a link or a reference is begun and not finished."),
    "BW506": Code("error", "link address refused", "Links lead to whole http, https and mailto addresses only."),
    "BW507": Code("warning", "block markup in prose", "Headings and lists have fields of their own."),
    "BW508": Code("error", "HTML in prose", "Prose is not HTML: tags and entities would print as typed."),
    "BW509": Code("error", "image in prose", "Pictures are figures, with a title and a description."),
    "BW510": Code("error", "link without words", "A link needs words that tell where it leads."),
    "BW511": Code("error", "link within a link", "Words of a link cannot themselves lead elsewhere."),
    "BW512": Code("warning", "paragraph break in prose", "A prose field is one paragraph: an empty line is lost."),
    "BW513": Code("warning", "code in prose", "Prose has no type for code: backticks print as typed."),
    "BW514": Code("error", "call within a note", "What stands in a note or a list of sources cannot call others."),
    # 6xx: fonts and pictures
    "BW601": Code("error", "no font has the character", "A character of the text is in none of the theme's fonts."),
    "BW602": Code("error", "fonts not installed", "The fonts of a script come with an extra that is not installed."),
    "BW603": Code(
        "error", "unreadable picture", "Figures are PNG or JPEG; the file is neither, is damaged, or is too large."
    ),
    # 7xx: the workspace
    "BW701": Code("error", "unknown brief", "No folder of briefs/ has this name, and no file is at this path."),
    "BW702": Code("error", "unknown house style", "No folder of templates/ has this name."),
    "BW703": Code("error", "path leads outside", "A file that a brief names must lie in the folder of that brief."),
    "BW704": Code("error", "file cannot be read", "The file is missing, is not a file, or may not be read."),
    "BW705": Code("error", "file too large", "The file is larger than any picture or text of a brief needs to be."),
    "BW706": Code("error", "not a picture", "Pictures are PNG or JPEG files; what they are is told by their content."),
    "BW707": Code(
        "error", "no history", "Revisions are read with git, from the repository that the workspace lies in."
    ),
    "BW708": Code("error", "unknown revision", "Git knows no commit, branch or tag of this name."),
    "BW709": Code("error", "versions in two languages", "A translation shares no words with what it translates."),
    "BW710": Code("warning", "versions of two briefs", "Two briefs with different ids may not be versions of one."),
    # 8xx: drafts that come back
    "BW801": Code("error", "not a Word document", "Drafts are read as Word documents (.docx), and as nothing else."),
    "BW802": Code("error", "draft locked", "A file with a password can be read only by those who know it."),
    "BW803": Code("error", "not the draft itself", "Editors leave a small file with a like name beside an open one."),
    "BW804": Code("error", "draft damaged", "The file was cut off or changed on its way."),
    "BW805": Code("error", "draft refused", "Names of files within the draft would mislead whoever unpacks it."),
    "BW806": Code("error", "draft too large", "The file unpacks to more than a draft of a brief can hold."),
    "BW807": Code("error", "document type in a draft", "Such declarations can reach outside, or multiply without end."),
    "BW808": Code("error", "draft is not XML", "A part of the draft cannot be read from this place on."),
    "BW809": Code("error", "draft nested too deeply", "Elements stand inside one another beyond the bound."),
    "BW810": Code("error", "file within the draft", "The words of a file that is placed whole cannot be read."),
    "BW811": Code("warning", "text box not read", "What stands in a box beside the text belongs to no field."),
    "BW812": Code("error", "brief in the draft damaged", "Without the brief it was made from, edits cannot be told."),
    "BW821": Code("error", "brief of a draft unknown", "A draft goes back to one brief, which must be at hand."),
    "BW822": Code(
        "warning", "draft without marks", "Some programs drop what ties words to fields; then likeness decides."
    ),
    "BW823": Code(
        "error", "conflict", "The brief was changed after the draft was made, where the draft changes it too."
    ),
    "BW824": Code("warning", "edit not brought back", "Something in the draft belongs to no field that could take it."),
    "BW825": Code("error", "edit not sure", "More than one thing could be meant; a person must say which."),
    "BW826": Code("info", "remark open", "What a reviewer wrote in the margin of a draft waits for an answer."),
}
