"""LibreOffice as a person uses it: drafts are opened in it, edited step by step and saved as DOCX.

A test asks for the fixture `editor`, which is one LibreOffice for the whole session (one for each worker of xdist):

    from tests.editor.editor import Editor
    from tests.editor.steps import Bold, Replace

    @pytest.mark.slow
    def test_a_word_that_was_replaced_comes_back(editor: Editor) -> None:
        saved = editor.edit(draft, [Replace("tenth", "fifth"), Bold("fifth")], tracked=True)

`edit` takes and gives the bytes of a DOCX, and takes about a second for a draft of ten pages; steps can be many.
Without steps the draft is opened and saved. Changes are by `AUTHOR`. `Track` turns tracking on or off midway.
The fixture `older_editor` is LibreOffice 7.4, which drops the names of content controls; a test with `office` runs
in both.
`steps.py` has everything that can be done; a new step needs its class there and its function in `driver/perform.py`.
`saved.py` reads what was saved without the product's own reader; `specimen.py` has a small draft, edited in 0.3 s.

The editor runs apart, under the Python that knows LibreOffice's interface (`driver/`). Where either is not installed
the test skips, and fails in CI. A LibreOffice that dies or hangs fails one edit; the next one has a new one.
"""
