extension Schema {
  /// Lists and what stands on them: offers, which stand for a period, and matters, which move through phases. A list's categories and
  /// results are rows of `list_word`, so that a spreadsheet can offer them; phases are a CHECK, because what is overdue, counted and
  /// hidden depends on them.
  static let lists = """
    CREATE TABLE list(
      id TEXT PRIMARY KEY NOT NULL CHECK(\(isIdentifier("id"))),
      shape TEXT NOT NULL CHECK(shape IN ('offer','matter')),
      title TEXT NOT NULL CHECK(title <> ''),
      of TEXT NOT NULL CHECK(
        of IN ('service','lecture','resource','reward','volunteer','demand','project','topic','register')),
      unit_id TEXT NOT NULL REFERENCES unit(id),
      page TEXT CHECK(\(isSitePath("page"))),
      CHECK(CASE WHEN of IN ('demand','project','topic') THEN shape = 'matter'
        WHEN of = 'register' THEN 1 ELSE shape = 'offer' END)
    );
    CREATE TABLE list_word(
      list_id TEXT NOT NULL REFERENCES list(id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK(kind IN ('category','phase','result')),
      id TEXT NOT NULL CHECK(\(isIdentifier("id"))),
      label TEXT NOT NULL CHECK(label <> ''),
      position INTEGER NOT NULL DEFAULT 1 CHECK(typeof(position) = 'integer' AND position >= 1),
      PRIMARY KEY(list_id, kind, id),
      CHECK(kind <> 'phase' OR id IN ('raised','taken','doing','done','dropped'))
    );
    CREATE TABLE offer(
      id TEXT PRIMARY KEY NOT NULL CHECK(\(isIdentifier("id"))),
      list_id TEXT NOT NULL REFERENCES list(id),
      unit_id TEXT REFERENCES unit(id),
      title TEXT NOT NULL CHECK(title <> ''),
      summary TEXT,
      category TEXT,
      position INTEGER CHECK(\(isCount("position"))),
      tags TEXT,
      provider TEXT,
      partner TEXT,
      venue_id TEXT REFERENCES venue(id),
      fee_yuan REAL CHECK(\(isQuantity("fee_yuan"))),
      market_yuan REAL CHECK(\(isQuantity("market_yuan"))),
      per TEXT,
      points INTEGER CHECK(\(isCount("points"))),
      trial TEXT,
      quantity REAL CHECK(\(isQuantity("quantity"))),
      taken REAL CHECK(\(isQuantity("taken"))),
      minutes INTEGER CHECK(\(isCount("minutes"))),
      min_people INTEGER CHECK(\(isCount("min_people"))),
      audience TEXT,
      hours TEXT,
      conditions TEXT,
      documents TEXT,
      limit_days INTEGER CHECK(\(isCount("limit_days"))),
      order_by TEXT,
      phone TEXT,
      url TEXT CHECK(\(isWebAddress("url"))),
      available_from TEXT CHECK(\(isOptionalDay("available_from"))),
      available_until TEXT CHECK(\(isOptionalDay("available_until"))),
      paused INTEGER NOT NULL DEFAULT 0 CHECK(paused IN (0, 1)),
      checked_on TEXT CHECK(\(isOptionalDay("checked_on"))),
      page TEXT CHECK(\(isSitePath("page"))),
      approved_on TEXT CHECK(\(isOptionalDay("approved_on"))),
      updated_at TEXT NOT NULL CHECK(\(isLocalTime("updated_at"))),
      CHECK(taken IS NULL OR quantity IS NULL OR taken <= quantity),
      CHECK(available_from IS NULL OR available_until IS NULL OR available_from <= available_until)
    );
    CREATE INDEX offer_list ON offer(list_id);
    CREATE TABLE matter(
      id TEXT PRIMARY KEY NOT NULL CHECK(\(isIdentifier("id"))),
      list_id TEXT NOT NULL REFERENCES list(id),
      unit_id TEXT REFERENCES unit(id),
      title TEXT NOT NULL CHECK(title <> ''),
      summary TEXT,
      category TEXT,
      tags TEXT,
      from_id TEXT REFERENCES matter(id),
      brand TEXT,
      venue_id TEXT REFERENCES venue(id),
      raised_by TEXT,
      owner TEXT,
      owner_unit_id TEXT REFERENCES unit(id),
      phase TEXT NOT NULL DEFAULT 'raised' CHECK(phase IN ('raised','taken','doing','done','dropped')),
      raised_on TEXT CHECK(\(isOptionalDay("raised_on"))),
      taken_on TEXT CHECK(\(isOptionalDay("taken_on"))),
      due_on TEXT CHECK(\(isOptionalDay("due_on"))),
      done_on TEXT CHECK(\(isOptionalDay("done_on"))),
      result TEXT,
      quantity REAL CHECK(\(isQuantity("quantity"))),
      quantity_done REAL CHECK(\(isQuantity("quantity_done"))),
      per TEXT,
      people INTEGER CHECK(\(isCount("people"))),
      cost_yuan REAL CHECK(\(isQuantity("cost_yuan"))),
      outcome TEXT,
      page TEXT CHECK(\(isSitePath("page"))),
      approved_on TEXT CHECK(\(isOptionalDay("approved_on"))),
      updated_at TEXT NOT NULL CHECK(\(isLocalTime("updated_at"))),
      CHECK(from_id IS NOT id),
      CHECK(phase NOT IN ('taken','doing','done') OR owner IS NOT NULL OR owner_unit_id IS NOT NULL),
      CHECK((phase IN ('done','dropped')) = (done_on IS NOT NULL)),
      CHECK(phase NOT IN ('done','dropped') OR outcome <> ''),
      CHECK(raised_on IS NULL OR ((taken_on IS NULL OR taken_on >= raised_on) AND (due_on IS NULL OR due_on >= raised_on)
        AND (done_on IS NULL OR done_on >= raised_on))),
      CHECK(taken_on IS NULL OR done_on IS NULL OR done_on >= taken_on),
      CHECK(quantity IS NULL OR quantity_done IS NULL OR quantity_done <= quantity)
    );
    CREATE INDEX matter_list ON matter(list_id);
    CREATE INDEX matter_from ON matter(from_id);
    CREATE TABLE matter_step(
      matter_id TEXT NOT NULL REFERENCES matter(id) ON DELETE CASCADE,
      on_day TEXT NOT NULL CHECK(\(isDay("on_day"))),
      position INTEGER NOT NULL DEFAULT 1 CHECK(typeof(position) = 'integer' AND position >= 1),
      text TEXT NOT NULL CHECK(text <> ''),
      activity_id TEXT REFERENCES activity(id),
      occurs_at TEXT CHECK(occurs_at IS NULL OR \(isLocalTime("occurs_at"))),
      votes_for INTEGER CHECK(\(isCount("votes_for"))),
      votes_against INTEGER CHECK(\(isCount("votes_against"))),
      votes_abstain INTEGER CHECK(\(isCount("votes_abstain"))),
      PRIMARY KEY(matter_id, on_day, position),
      CHECK((activity_id IS NULL) = (occurs_at IS NULL)),
      CHECK((votes_for IS NULL) = (votes_against IS NULL) AND (votes_abstain IS NULL OR votes_for IS NOT NULL))
    );
    CREATE TABLE pairing(
      matter_id TEXT NOT NULL REFERENCES matter(id) ON DELETE CASCADE,
      offer_id TEXT NOT NULL REFERENCES offer(id) ON DELETE CASCADE,
      project_id TEXT REFERENCES matter(id),
      quantity REAL CHECK(\(isQuantity("quantity"))),
      on_day TEXT NOT NULL CHECK(\(isDay("on_day"))),
      PRIMARY KEY(matter_id, offer_id)
    );
    CREATE INDEX pairing_offer ON pairing(offer_id);
    """
}
