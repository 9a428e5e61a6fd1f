"""A site whose content is all ASCII, with English screens of every kind of slide: what is Chinese on them is the program's own."""

import json
import shutil

from support import ROOT, build, change_rows, done, gongshi, png, write

ROWS = """
INSERT INTO unit(id,parent_id,level,name) VALUES('yard',NULL,'community','The Yard'),('calm',NULL,'community','The Calm Yard');
INSERT INTO venue(id,unit_id,name,address,opening_hours,phone) VALUES
  ('hall','yard','Hall','1 Yard Road','Mo-Fr 08:30-20:30; Sa,Su 09:00-12:00,14:00-17:00; PH off','0531-0000-1202'), ('room','yard','Room',NULL,'24/7',NULL);
INSERT INTO activity(id,title,kind,track,unit_id,venue_id,host,starts_at,ends_at,rrule,capacity,online_url,updated_at,status) VALUES
  ('tai-chi','Tai chi','sport',NULL,'yard','hall','The club','2026-11-02T08:30','2026-11-02T09:30','FREQ=DAILY',20,NULL,'2026-11-01T08:00','scheduled'),
  ('class','First aid','classroom','practice','yard','hall',NULL,'2026-11-21T10:00','2026-11-21T11:00',NULL,20,'https://live.example/1','2026-11-01T08:00','scheduled'),
  ('theory','History','classroom','theory','yard','room',NULL,'2026-11-21T10:00','2026-11-21T11:00',NULL,1,NULL,'2026-11-01T08:00','scheduled'),
  ('remote','Phones','classroom','remote','yard','room',NULL,'2026-11-21T12:00','2026-11-21T13:00',NULL,2,NULL,'2026-11-01T08:00','scheduled'),
  ('fair','Fair','culture',NULL,'yard','hall',NULL,'2026-11-23T00:00','2026-11-25T00:00',NULL,NULL,NULL,'2026-11-01T08:00','scheduled'),
  ('open','Open day','other',NULL,'yard','room',NULL,'2026-11-21T00:00','2026-11-22T00:00',NULL,NULL,NULL,'2026-11-01T08:00','scheduled'),
  ('watch','Night watch','volunteer',NULL,'yard','room',NULL,'2026-11-21T22:00','2026-11-22T06:00',NULL,NULL,NULL,'2026-11-01T08:00','scheduled'),
  ('check','Check-up','service',NULL,'yard','room',NULL,'2026-11-24T09:00','2026-11-24T10:00',NULL,NULL,NULL,'2026-11-01T08:00','postponed'),
  ('talk','Talk','council',NULL,'yard','room',NULL,'2026-11-21T15:00','2026-11-21T16:00',NULL,NULL,NULL,'2026-11-01T08:00','scheduled'),
  ('meeting','Meeting','meeting',NULL,'yard','room',NULL,'2026-11-21T17:00','2026-11-21T18:00',NULL,NULL,NULL,'2026-11-01T08:00','cancelled');
INSERT INTO activity_change(activity_id,occurs_at,change,starts_at,ends_at,venue_id,note) VALUES
  ('tai-chi','2026-11-22T08:30','cancelled',NULL,NULL,NULL,'Rain'), ('talk','2026-11-21T15:00','moved','2026-11-22T15:00','2026-11-22T16:00','hall','Water'),
  ('tai-chi','2026-11-21T19:00','added','2026-11-21T19:00','2026-11-21T20:00',NULL,NULL);
INSERT INTO attendance(activity_id,occurs_at,enrolled) VALUES
  ('class','2026-11-21T10:00',6), ('theory','2026-11-21T10:00',1), ('remote','2026-11-21T12:00',1);
INSERT INTO measure(id,unit_id,title,suffix,better,period) VALUES
  ('cases','yard','Cases closed','cases','more','month'), ('years','yard','Visitors',NULL,'less','year'), ('days','yard','Steps',NULL,NULL,'day');
INSERT INTO measured(measure_id,unit_id,as_of,value) VALUES
  ('cases','yard','2026-09-15',23456), ('cases','yard','2026-10-15',8000), ('years','yard','2024-11-15',98765432), ('days','yard','2026-11-13',10), ('days','yard','2026-11-14',20),
  ('cases','yard','2026-11-15',12345), ('years','yard','2026-11-15',123456789), ('days','yard','2026-11-15',30);
INSERT INTO honour(id,unit_id,title,awarded_by,awarded_on) VALUES('first','yard','First','The city','2025');
INSERT INTO almanac(id,month_day,year,title,text) VALUES('balloon','11-21',1783,'A balloon rises','For 25 minutes.'), ('hello','11-21',NULL,'Hello day',NULL);
INSERT INTO roster(id,unit_id,title,period,starts_on) VALUES('window','yard','Window','week','2026-11-16'),('desk','yard','Desk','month','2026-11-01');
INSERT INTO roster_holder(roster_id,position,name,phone) VALUES('window',1,'Alice','0531-0000-1202'),('desk',1,'Bob',NULL);
"""
CATEGORIES = ("announcement", "recruitment", "safety", "result")
SEVERITIES = ("extreme", "severe", "moderate", "minor")
PLAYLIST = [
    {"slide": "today"}, {"slide": "week"}, {"slide": "rooms"}, {"slide": "live"}, {"slide": "changes"}, {"slide": "notices"}, {"slide": "roster"},
    {"slide": "menu", "menu": ["repairs", "meals"]}, {"slide": "brand", "brand": "friends"}, {"slide": "venue", "venue": ["hall", "room"]},
    {"slide": "figures", "unit": "yard", "chart": ["cases", "years", "days"]}, {"slide": "honours"}, {"slide": "almanac"},
    {"slide": "photos", "photos": [{"image": "/images/gate.png", "caption": "The gate"}]}, {"slide": "text", "text": "Come in.\n"},
]


def page(site, path, **fields):
    """Front matter is YAML, and so is JSON."""
    front = "".join(f"{key}: {json.dumps(value)}\n" for key, value in fields.items())
    write(site, f"content/{path}.md", f"---\n{front}---\nWords.\n")


def notice(site, name, unit="yard", **fields):
    page(site, f"notices/{name}", title=f"Notice {name}", kind="notice", unit=unit, date="2026-11-20", **fields)


def make_english_site(site):
    """The site's directory, published; its screens are landscape, portrait and urgent."""
    write(site, "content/site.yaml", json.dumps({
        "title": "The Yard", "baseURL": "https://yard.example.cn", "timeZone": "Asia/Shanghai", "horizonDays": 30, "unit": "yard",
        "officePhones": ["0531-0000-1202"],
    }))
    page(site, "index", title="Home", kind="page")
    for category in CATEGORIES:
        notice(site, category, category=category)
    notice(site, "objections", category="public-notice", publicNoticeDays=5)
    notice(site, "ending", expiresAt="2026-11-26T12:00")
    notice(site, "next-year", expiresAt="2027-01-31")
    for severity in SEVERITIES:
        notice(site, severity, unit="calm", severity=severity, expiresAt="2026-11-22T18:00", instruction="Stay in.")
    for menu in ("repairs", "meals"):
        page(site, f"menus/{menu}", title=menu.title(), kind="menu", category="convenience", unit="yard", services=[
            {"id": f"{menu}-free", "title": "Free", "summary": "All day.", "trial": "Try first", "feeYuan": 0},
            {"id": f"{menu}-paid", "title": "Paid", "price": "10 yuan", "hours": "9-17", "provider": "The shop", "phone": "0531-0000-1202"}])
    page(site, "brands/friends", title="Friends", kind="brand", unit="yard", motto="Together", carriers=["Books", "Tea"],
         editions=[{"edition": "1.0", "from": "2020-05"}, {"edition": "2.0", "name": "Wider", "from": "2023", "changes": ["More rooms"]}],
         method={"name": "1+N", "parts": [{"count": 1, "name": "place", "items": ["The hall"]}, {"count": "N", "name": "menus", "items": ["Books"]}]},
         premises={"area": 90, "offices": 20, "shared": 40, "given": 20}, video=[{"title": "How to", "url": "https://video.example/1"}])
    page(site, "brands/readers", title="Readers", kind="brand", unit="yard", parent="friends")
    page(site, "partners/shop", title="Shop", kind="partner", unit="yard", type="co-building", offers=["Tea"],
         agreement={"from": "2025-01", "until": "2027", "assessed": "2026-05-01", "result": "good", "admission": "chosen by all", "exit": "each year"})
    page(site, "venues/hall", title="Hall", kind="venue", unit="yard", venue="hall", facilities=["Ramp", "Lift"])
    write(site, "content/images/gate.png", png())
    for id, orientation, unit in (("landscape", "landscape", "yard"), ("portrait", "portrait", "yard"), ("urgent", "landscape", "calm")):
        write(site, f"content/screens/{id}.yaml", json.dumps({
            "id": id, "title": "Lobby", "language": "en", "orientation": orientation, "units": [unit], "playlist": PLAYLIST}))
    shutil.copytree(ROOT / "themes", site / "themes")
    shutil.copytree(ROOT / "content/holidays", site / "content/holidays")
    done(gongshi("activities", "init", "--site", site))
    change_rows(site, ROWS)
    done(build(site))
    return site
