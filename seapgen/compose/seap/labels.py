"""The fixed words that renderers set beside numbers and links."""

from __future__ import annotations

from seapgen.model.document import Labels
from seapgen.model.inline import Planned
from seapgen.model.message import msg


def labels() -> Labels[Planned]:
    """Fixed words of every document."""
    return Labels(
        figure=(msg("Figure"),),
        table=(msg("Table"),),
        source=(msg("Source", context="of a table or figure"),),
        contents=(msg("Contents"),),
        note=(msg("Note"),),
        page=(msg("Page"),),
        skip_to_content=(msg("Skip to the content"),),
        back_to_text=(msg("Back to the text"),),
        show_numbers=(msg("Show the numbers as a table"),),
        category=(msg("Item"),),
        value=(msg("Value"),),
        share=(msg("Share"),),
        total=(msg("Total"),),
        year=(msg("Year"),),
        other_formats=(msg("Also as"),),
        language=(msg("Language"),),
        sectors_key=(msg("The band of colour shows each sector’s share of the emissions."),),
        draft_text=(msg("not yet translated"),),
    )
