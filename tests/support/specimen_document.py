"""A document that uses every block, inline and chart kind once; renderers are tested with it.

It stands for what compose makes: texts are printed already. Numbers are those of Turin's 2019 inventory, rounded.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from seapgen.model.chart import (
    Bar,
    BarChart,
    CostBlock,
    CostCurve,
    GroupedChart,
    Locator,
    MapPoint,
    PathChart,
    PathPoint,
    PathSeries,
    PointMap,
    Series,
    StackedChart,
    Step,
    WaterfallChart,
)
from seapgen.model.document import (
    ActionCard,
    Block,
    Callout,
    Chapter,
    Column,
    Contents,
    Cover,
    Document,
    Fact,
    FigureBlock,
    FigurePair,
    Heading,
    Image,
    Imprint,
    Items,
    Labels,
    LanguagePart,
    Note,
    PageBreak,
    Paragraph,
    Profile,
    Row,
    Section,
    Signature,
    StripePart,
    Table,
    Tile,
    Tiles,
)
from seapgen.model.inline import (
    CrossReference,
    Emphasis,
    FigureInline,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Role,
    Span,
    Strong,
    Text,
)
from seapgen.model.units import Unit

NBSP = "\u00a0"
SECTORS = (  # key, English, Italian, MWh, t
    ("residential", "Residential buildings", "Edifici residenziali", "3617957", "712008.03"),
    (
        "private_commercial_transport",
        "Private and commercial transport",
        "Trasporti privati e commerciali",
        "2282983",
        "582616.80",
    ),
    ("tertiary", "Tertiary buildings", "Edifici del terziario", "2431809", "524538.36"),
    ("industry_non_ets", "Industry (non-ETS)", "Industria (non ETS)", "1581721", "329711.97"),
    ("municipal_buildings", "Municipal buildings", "Edifici comunali", "285461", "54311.03"),
    ("public_transport", "Public transport", "Trasporti pubblici", "217175", "52910.17"),
    ("public_lighting", "Public lighting", "Illuminazione pubblica", "59200", "14504.00"),
    ("municipal_fleet", "Municipal fleet", "Parco veicoli comunale", "3049", "749.29"),
)
CARRIERS = (
    ("electricity", "Electricity", "Elettricità"),
    ("natural_gas", "Natural gas", "Gas naturale"),
    ("diesel", "Diesel", "Gasolio"),
)
ACTIONS = (  # code, English, Italian, t a year, EUR per t
    ("A03", "Public lighting fully on LED", "Illuminazione pubblica interamente a LED", "7252", "-95.4"),
    ("A07", "Energy management of large tertiary buildings", "Gestione energetica dei grandi edifici terziari", "118000", "-62"),
    ("A10", "Low-emission zone and cycle network", "Zona a basse emissioni e rete ciclabile", "132000", "-38"),
    ("A02", "Solar power on municipal roofs", "Fotovoltaico sui tetti comunali", "7595", "41"),
    ("A04", "One-stop shop for apartment-block retrofits", "Sportello unico per la riqualificazione dei condomìni", "148000", "112"),
)  # fmt: skip
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000002000000020802000000fdd49a73000000104944415478da63d02f690222060805001ece"
    "0495db74ae690000000049454e44ae426082"
)

Blocks = tuple[Block[Inline], ...]
Line = tuple[Inline, ...]


class _Maker:
    """Makes nouns in one language."""

    def __init__(self, language: str) -> None:
        self.language, self.is_italian = language, language == "it"

    def say(self, english: str, italian: str) -> Line:
        return (Text(italian if self.is_italian else english),)

    def number(
        self, value: str, unit: Unit, suffix: str = "", *, id_: str = "specimen", digits: int = 0, role: Role = "text"
    ) -> FigureInline:
        exact = Decimal(value)
        text = f"{abs(exact):,.{digits}f}"
        if self.is_italian:
            text = text.translate(str.maketrans(",.", ".,"))
        text = ("\u2212" if exact < 0 else "") + text
        whole = text if role == "table" or not suffix else f"{text}{NBSP}{suffix}"
        return FigureInline(f"municipality/turin:{id_}", exact, unit, whole, text, suffix, role)

    def mwh(self, value: str, role: Role = "text", id_: str = "inventory.2019.energy_mwh") -> FigureInline:
        return self.number(value, Unit.MWH, "MWh", role=role, id_=id_)

    def tonnes(self, value: str, role: Role = "text", id_: str = "inventory.2019.emissions_energy_t") -> FigureInline:
        return self.number(value, Unit.T_CO2, f"t{NBSP}CO₂", role=role, id_=id_)

    def share(self, value: str, role: Role = "text") -> FigureInline:
        return self.number(value, Unit.PERCENT, "%", digits=1, role=role, id_="inventory.2019.emissions_share_pct")

    def sector(self, row: tuple[str, str, str, str, str]) -> Line:
        return self.say(row[1], row[2])


def specimen_document(language: str = "en") -> Document[Inline]:
    """The specimen in English or Italian."""
    make = _Maker(language)
    blocks: Blocks = (
        _cover(make), _note(make), Contents(make.say("Contents", "Indice")), _profile(make), _strategy(make), _inventory(make),
        _plan(make), PageBreak(), _foreign(), _annex(make), _imprint(make),
    )  # fmt: skip
    return Document(
        product="seap", scope="municipality/turin", language=language, tag={"it": "it-IT", "en": "en-GB"}[language],
        title=make.say("Sustainable Energy Action Plan of Turin", "Piano d’azione per l’energia sostenibile di Torino"),
        author=make.say("Piedmont Energy Agency", "Agenzia Energia Piemonte"),
        description=make.say("Draft for the council, inventory of 2019", "Bozza per il Consiglio, inventario 2019"),
        keywords=("SEAP", "Covenant of Mayors"), issued=date(2026, 11, 23), running=make.say("Sustainable Energy Action Plan", "Piano d’azione per l’energia sostenibile"),
        footer=make.say("Piedmont Energy Agency · Covenant of Mayors", "Agenzia Energia Piemonte · Patto dei Sindaci"),
        labels=labels(make), stripe=_stripe(make), blocks=blocks,
    )  # fmt: skip


def labels(make: _Maker) -> Labels[Inline]:
    """The fixed words of the specimen."""
    say = make.say
    return Labels(
        figure=say("Figure", "Figura"), table=say("Table", "Tabella"), source=say("Source", "Fonte"), contents=say("Contents", "Indice"),
        note=say("Note", "Nota"), page=say("Page", "Pagina"), skip_to_content=say("Skip to the content", "Vai al contenuto"),
        back_to_text=say("Back to the text", "Torna al testo"), show_numbers=say("Show the numbers as a table", "Mostra i numeri in una tabella"),
        category=say("Item", "Voce"), value=say("Value", "Valore"), share=say("Share", "Quota"), total=say("Total", "Totale"), year=say("Year", "Anno"),
        other_formats=say("Also as", "Anche come"), language=say("Language", "Lingua"),
        sectors_key=say("The stripe shows each sector’s share of emissions.", "La fascia mostra la quota di ogni settore nelle emissioni."),
        draft_text=say("not yet translated", "non ancora tradotto"),
    )  # fmt: skip


def _stripe(make: _Maker) -> tuple[StripePart[Inline], ...]:
    total = sum(Decimal(row[4]) for row in SECTORS)
    return tuple(
        StripePart(make.sector(row), make.share(str(Decimal(row[4]) / total * 100)), n) for n, row in enumerate(SECTORS, 1)
    )


def _cover(make: _Maker) -> Cover[Inline]:
    say = make.say
    return Cover(
        eyebrow=say("Covenant of Mayors", "Patto dei Sindaci"), place=say("Turin", "Torino"),
        title=say("Sustainable Energy Action Plan", "Piano d’azione per l’energia sostenibile"),
        organisation=say("Piedmont Energy Agency", "Agenzia Energia Piemonte"), status=say("Draft for the council", "Bozza per il Consiglio"),
        facts=(
            Fact(say("Prepared by", "A cura di"), say("Piedmont Energy Agency", "Agenzia Energia Piemonte")),
            Fact(say("Date", "Data"), say("23 November 2026", "23 novembre 2026")),
            Fact(say("Inventory year", "Anno dell’inventario"), (Text("2019"),)),
        ),
        foot=say("The inventory is real; actions are illustrative.", "L’inventario è reale; le azioni sono illustrative."),
    )  # fmt: skip


def _note(make: _Maker) -> Note[Inline]:
    say = make.say
    return Note(
        id="note", title=say("Note to the City Council", "Nota per il Consiglio comunale"), eyebrow=say("Draft for discussion", "Bozza per la discussione"),
        facts=(Fact(say("Subject", "Oggetto"), say("Adoption of the SEAP", "Approvazione del PAES")), Fact(say("Target year", "Anno obiettivo"), (Text("2030"),))),
        blocks=(
            Section("council.note", say("Note to the council", "Nota per il Consiglio"), make.language, own=False, blocks=(
                Paragraph(say("The council is asked to take these decisions:", "Il Consiglio è chiamato a prendere le decisioni seguenti:")),
                Items(True, ((Paragraph((*say("Confirm the target of ", "Confermare l’obiettivo di "), make.share("40"), Text("."))),),
                             (Paragraph(say("Adopt the plan with its actions.", "Approvare il piano con le sue azioni.")),))),
            )),
        ),
        signatures=(Signature(say("The Mayor", "Il Sindaco"), say("City of Turin", "Città di Torino")), Signature(say("The Secretary General", "Il Segretario generale"), say("City of Turin", "Città di Torino"))),
    )  # fmt: skip


def _profile(make: _Maker) -> Profile[Inline]:
    say = make.say
    left = FigureBlock("chart.carriers", say("Energy by carrier", "Energia per vettore"), say("Bars: natural gas first.", "Barre: gas naturale al primo posto."),
                       BarChart(Unit.MWH, (Bar(say("Natural gas", "Gas naturale"), make.mwh("3915834", "chart")), Bar(say("Electricity", "Elettricità"), make.mwh("2384240", "chart")))), number="1")  # fmt: skip
    right = FigureBlock("chart.intensity", say("Shares", "Quote"), say("Two full bars of shares.", "Due barre intere di quote."),
                        StackedChart(Unit.PERCENT, (say("Energy", "Energia"), say("Emissions", "Emissioni")), (
                            Series(say("Buildings", "Edifici"), (make.share("76.1", "chart"), make.share("72.0", "chart")), 1),
                            Series(say("Transport", "Trasporti"), (make.share("23.9", "chart"), make.share("28.0", "chart")), 2))), number="2")  # fmt: skip
    return Profile(
        id="profile", title=say("Turin", "Torino"), eyebrow=say("Profile of the municipality", "Profilo del Comune"),
        lead=say("Half of the city’s energy heats buildings.", "Metà dell’energia della città riscalda edifici."),
        facts=(Fact(say("Country", "Paese"), say("Italy", "Italia")), Fact(say("Inhabitants", "Abitanti"), (make.number("870952", Unit.PEOPLE, id_="inventory.2019.population"),))),
        text=(Paragraph(say("The city lies on the Po.", "La città si trova sul Po.")),), blocks=(FigurePair(left, right),),
    )  # fmt: skip


def _strategy(make: _Maker) -> Chapter[Inline]:
    say = make.say
    lines = (
        PathSeries(say("Inventory", "Inventario"), (PathPoint(2019, make.tonnes("2271349.65", "chart")),), 1),
        PathSeries(say("Target", "Obiettivo"), (PathPoint(2019, make.tonnes("2271349.65", "chart")), PathPoint(2030, make.tonnes("1362809.79", "chart"))), 4, planned=True),
    )  # fmt: skip
    tiles = Tiles("keyfigures.summary", (
        Tile(say("Emissions 2019", "Emissioni 2019"), make.number("2.27", Unit.T_CO2, "Mt CO₂", digits=2, role="chart"), say("energy only", "solo energia")),
        Tile(say("Final energy", "Energia finale"), make.number("10.48", Unit.MWH, "TWh", digits=2, role="chart")),
        Tile(say("Target 2030", "Obiettivo 2030"), make.number("-40", Unit.PERCENT, "%", role="chart"), say("compared with 2019", "rispetto al 2019")),
    ))  # fmt: skip
    prose: Blocks = (
        Paragraph((
            *say("The territory emitted ", "Il territorio ha emesso "), make.tonnes("2271349.65"), *say(" in 2019", " nel 2019"),
            Footnote(say("Energy-related emissions, t CO₂.", "Emissioni legate all’energia, t CO₂.")), *say("; see Table ", "; si veda la Tabella "),
            CrossReference("inventory.by_sector", "1"), *say(" and Figure ", " e la Figura "), CrossReference("chart.by_sector", "4"), Text(". "),
            Strong(say("Bold & <plain>", "Grassetto & <semplice>")), Text(" "), Emphasis(say("italic", "corsivo")), Text(" "),
            Link("https://example.org/?a=1&b=2", (Text("example.org"),)), LineBreak(), Span("el", (Text("Σχέδιο Δράσης"),)), Text(" "),
            Span("en", (Text("Not translated."),), draft=True),
        )),
        Items(False, (
            (Paragraph(say("Homes come first.", "Le case vengono prima.")), Items(False, ((Paragraph(say("Nested point.", "Punto annidato.")),),))),
            (Paragraph(say("Traffic second.", "Il traffico dopo.")),),
        )),
    )  # fmt: skip
    return Chapter("strategy", "1", say("Overall strategy", "Strategia generale"), say("Turin turns to clean heat.", "Torino passa al calore pulito."), (
        tiles, Heading(2, say("Vision", "Visione"), "vision", "1.1"),
        Section("strategy.vision", say("Vision", "Visione"), make.language, own=True, blocks=prose),
        Heading(3, say("Targets", "Obiettivi"), "targets"), Callout(say("What is asked", "Che cosa si chiede"), (Paragraph(say("Adopt the target.", "Adottare l’obiettivo.")),)),
        FigureBlock("chart.path", say("Path to the target, t CO₂", "Percorso verso l’obiettivo, t CO₂"), say("A falling line.", "Una linea che scende."), PathChart(Unit.T_CO2, lines), source=say("own calculation", "elaborazione propria"), number="3"),
    ))  # fmt: skip


def _inventory(make: _Maker) -> Chapter[Inline]:
    say = make.say
    bars = BarChart(
        Unit.T_CO2,
        tuple(
            Bar(
                make.sector(r),
                make.tonnes(r[4], "chart", f"inventory.2019.emissions_t.{r[0]}"),
                make.share(str(Decimal(r[4]) / Decimal("22713.4965")), "chart"),
            )
            for r in SECTORS
        ),
    )
    stacked = StackedChart(Unit.MWH, tuple(make.sector(r) for r in SECTORS[:4]), tuple(
        Series(say(c[1], c[2]), tuple(make.mwh(str(Decimal(r[3]) / 4 * (k + 1) / 2), "chart") for r in SECTORS[:4]), k + 1) for k, c in enumerate(CARRIERS)
    ), tuple(make.mwh(str(Decimal(r[3]) * Decimal("0.75")), "chart") for r in SECTORS[:4]))  # fmt: skip
    table = Table("inventory.by_sector", say("Energy and emissions by sector, 2019", "Energia ed emissioni per settore, 2019"), (
        Column(say("Sector", "Settore"), width=34), Column(say("Energy", "Energia"), (Text("MWh"),), numeric=True, width=18),
        Column(say("Emissions", "Emissioni"), (Text("t CO₂"),), numeric=True, width=18),
    ), (
        Row((say("Buildings and industry", "Edifici e industria"),), "group"),
        *(Row((make.sector(r), (make.mwh(r[3], "table", f"inventory.2019.energy_mwh.{r[0]}"),), (make.tonnes(r[4], "table", f"inventory.2019.emissions_t.{r[0]}"),))) for r in SECTORS),
        Row((say("Subtotal", "Subtotale"), (make.mwh("7976148", "table"),), (make.tonnes("1635073.39", "table"),)), "subtotal"),
        Row((say("Not estimated", "Non stimato"), (Text("NE"),), (Text("–"),))),
        Row((say("Total", "Totale"), (make.mwh("10479355", "table"),), (make.tonnes("2271349.65", "table"),)), "total"),
    ), notes=(say("Totals are sums of exact values.", "I totali sono somme di valori esatti."),), source=say("City of Turin", "Città di Torino"), number="1")  # fmt: skip
    return Chapter("inventory", "2", say("Emission inventory", "Inventario delle emissioni"), say("Eight sectors, nine carriers.", "Otto settori, nove vettori."), (
        Heading(2, say("Emissions by sector", "Emissioni per settore"), "by-sector", "2.1"),
        FigureBlock("chart.by_sector", say("Emissions by sector, 2019, t CO₂", "Emissioni per settore, 2019, t CO₂"), say("Bars; homes lead.", "Barre; in testa le case."), bars, source=say("City of Turin", "Città di Torino"), number="4"),
        table, Heading(2, say("Energy by sector and carrier", "Energia per settore e vettore"), "by-carrier", "2.2"),
        FigureBlock("chart.stacked", say("Final energy by sector and carrier, MWh", "Energia finale per settore e vettore, MWh"), say("Stacked bars.", "Barre impilate."), stacked, number="5"),
    ))  # fmt: skip


def _map(say: Callable[[str, str], Line]) -> PointMap[Inline]:
    """A coast, an island, and two places; Europe is a triangle."""
    coast = ((0, 0), (2600, 0), (2100, 1500), (2900, 3200), (0, 3200))
    island = ((3600, 900), (4100, 1300), (3700, 1900))
    points = (MapPoint(say("Turin", "Torino"), 1200, 1300, is_own=True), MapPoint(say("Island", "Isola"), 3800, 1400))
    europe = Locator(((((100, 700), (700, 700), (400, 100))),), 800, 800, 400, 500)
    return PointMap(
        4700, 3200, (coast, island), points, 900, (Text("20\u00a0km"),), say("Outlines: nobody", "Contorni: nessuno"), europe
    )


def _plan(make: _Maker) -> Chapter[Inline]:
    say = make.say
    steps = WaterfallChart(Unit.T_CO2, (
        Step(say("Emissions 2019", "Emissioni 2019"), make.tonnes("2271349.65", "chart"), "total"),
        Step(say("Homes", "Case"), make.tonnes("-315000", "chart"), "change"), Step(say("Transport", "Trasporti"), make.tonnes("-261000", "chart"), "change"),
        Step(say("Expected 2030", "Previste 2030"), make.tonnes("1695349.65", "chart"), "total"),
    ), make.tonnes("1362809.79", "chart"), say("Target −40%", "Obiettivo −40%"))  # fmt: skip
    grouped: GroupedChart[Inline] = GroupedChart(Unit.T_CO2, (say("Homes", "Case"), say("Transport", "Trasporti")), (
        Series((Text("2019"),), (make.tonnes("712008", "chart"), make.tonnes("582617", "chart")), 3), Series((Text("2030"),), (make.tonnes("397008", "chart"), None), 1),
    ))  # fmt: skip
    curve = CostCurve(tuple(CostBlock(a[0], say(a[1], a[2]), make.tonnes(a[3], "chart", f"action.{a[0]}.co2_reduction_t"), make.number(a[4], Unit.EUR_PER_T, role="chart", id_=f"action.{a[0]}.abatement_eur_per_t")) for a in ACTIONS),
                      say("Emissions avoided, t CO₂ a year", "Emissioni evitate, t CO₂ all’anno"), say("EUR per tonne", "EUR per tonnellata"))  # fmt: skip
    cards = tuple(_card(make, action, n) for n, action in enumerate(ACTIONS))
    wide = Table("annex.wide", say("A wide table", "Una tabella larga"), (Column(say("Sector", "Settore"), width=20), *(Column(say(c[1], c[2]), (Text("MWh"),), numeric=True) for c in CARRIERS * 3)),
                 tuple(Row((make.sector(r), *(((make.mwh(r[3], "table"),) if k % 4 else (Text("–"),)) for k in range(9)))) for r in SECTORS), landscape=True, number="2")  # fmt: skip
    return Chapter("plan", "3", say("Action plan", "Piano d’azione"), (), (
        Heading(2, say("From 2019 to 2030", "Dal 2019 al 2030"), "from-to", "3.1"),
        FigureBlock("chart.waterfall", say("From the inventory to the target", "Dall’inventario all’obiettivo"), say("Steps down.", "Scalini in discesa."), steps, number="6", notes=(say("Small steps are drawn as one.", "I piccoli scalini sono disegnati come uno solo."),)),
        FigureBlock("chart.grouped", say("Before and after", "Prima e dopo"), say("Pairs of bars.", "Coppie di barre."), grouped, number="7"),
        FigureBlock("chart.cost", say("Abatement cost", "Costi di abbattimento"), say("Blocks from cheap to dear.", "Blocchi dal meno al più caro."), curve, number="8"),
        Heading(2, say("Action cards", "Schede delle azioni"), "cards", "3.2"), *cards, wide,
        FigureBlock("chart.group_map", say("The municipalities of the group", "I comuni del gruppo"), say("A map of two places.", "Una mappa di due luoghi."), _map(say), source=say("Locations given by the municipalities", "Posizioni indicate dai comuni"), number="10"),
        FigureBlock("image.crest", say("A picture", "Un’immagine"), say("Two by two pixels.", "Due per due pixel."), Image(PNG, 2, 2, "seapgen"), number="9"),
    ))  # fmt: skip


def _card(make: _Maker, action: tuple[str, str, str, str, str], n: int) -> ActionCard[Inline]:
    code, english, italian, tonnes, _ = action
    say = make.say
    section: Block[Inline] = Section(f"action.{code}.description", say(english, italian), make.language, own=n % 2 == 0, blocks=(
        Paragraph(say("Replacement of all luminaires, with dimming agreed with the districts.", "Sostituzione di tutti gli apparecchi, con riduzione notturna concordata con i quartieri.")),
    ))  # fmt: skip
    return ActionCard(
        f"action-{code}", code, say(english, italian), say("completed", "completata") if n == 0 else say("ongoing", "in corso"), n == 0,
        (Fact(say("Sector", "Settore"), make.sector(SECTORS[n])), Fact(say("Responsible", "Responsabile"), say("Infrastructure", "Infrastrutture")), Fact(say("Period", "Periodo"), (Text("2020–2025"),)), Fact(say("Funding", "Finanziamento"), say("own funds", "fondi propri"))),
        (section,),
        (Tile(say("Cost", "Costo"), make.number("21.0", Unit.EUR, "M€", digits=1, role="chart")), Tile(say("Energy saved", "Energia risparmiata"), make.mwh("29600", "chart")), Tile(say("Emissions avoided", "Emissioni evitate"), make.tonnes(tonnes, "chart"))),
    )  # fmt: skip


def _foreign() -> LanguagePart[Inline]:
    greek = Chapter(
        "summary-el",
        "",
        (Text("Περίληψη στα ελληνικά"),),
        (Text("Το Τορίνο δεσμεύεται."),),
        (Paragraph((Text("Το 2019 το Τορίνο κατανάλωσε 10.479.355 MWh."),)),),
    )
    return LanguagePart("el", labels(_Maker("en")), (greek,))


def _annex(make: _Maker) -> Chapter[Inline]:
    rows: tuple[Row[Inline], ...] = tuple(
        Row(((Text(f"row {n}"),), (make.number(str(n), Unit.COUNT, role="table"),))) for n in range(1, 41)
    )
    table: Table[Inline] = Table(
        "annex.long",
        make.say("A long table", "Una tabella lunga"),
        (Column(make.say("Item", "Voce"), width=40), Column(make.say("Value", "Valore"), numeric=True)),
        rows,
        number="3",
    )
    free: Table[Inline] = Table("", (), (Column((Text("a"),)), Column((Text("b"),))), (Row(((Text("1"),), (Text("2"),))),))
    return Chapter("annex", "A", make.say("How these figures were made", "Come sono stati calcolati i dati"), (), (table, free))


def _imprint(make: _Maker) -> Imprint[Inline]:
    say = make.say
    return Imprint(say("Imprint", "Colophon"), (
        Fact(say("Publisher", "A cura di"), say("Piedmont Energy Agency", "Agenzia Energia Piemonte")),
        Fact(say("Licence", "Licenza"), (Link("https://creativecommons.org/licenses/by/4.0/", (Text("CC BY 4.0"),)),)),
    ))  # fmt: skip
