"""Places whose names tell their kind: where a tagger wavers, as data.

Names that people bear as well (Georgia, Jordan, Paris, Victoria) are left out.
"""

from __future__ import annotations

from .lexicon import phrases

PLACES = phrases(
    "afghanistan, africa, albania, algeria, america, angola, antarctica, argentina, armenia, "
    "asia, australia, austria, azerbaijan, bahrain, bangladesh, belarus, belgium, bolivia, "
    "bosnia, botswana, brazil, britain, bulgaria, burma, cambodia, cameroon, canada, chile, "
    "china, colombia, congo, costa rica, croatia, cuba, cyprus, czech republic, denmark, "
    "dominican republic, ecuador, egypt, el salvador, england, eritrea, estonia, ethiopia, "
    "europe, european union, fiji, finland, france, gambia, gaza, germany, ghana, great britain, "
    "greece, greenland, guatemala, guinea, haiti, honduras, hong kong, hungary, iceland, india, "
    "indonesia, iran, iraq, ireland, israel, italy, ivory coast, jamaica, japan, kazakhstan, "
    "kenya, kosovo, kuwait, laos, latvia, lebanon, liberia, libya, lithuania, luxembourg, "
    "madagascar, malawi, malaysia, mali, malta, mauritius, mexico, moldova, mongolia, montenegro, "
    "morocco, mozambique, myanmar, namibia, nepal, netherlands, new zealand, nicaragua, niger, "
    "nigeria, north america, north korea, northern ireland, norway, oman, pakistan, palestine, "
    "panama, papua new guinea, paraguay, peru, philippines, poland, portugal, puerto rico, qatar, "
    "romania, russia, rwanda, saudi arabia, scotland, senegal, serbia, sierra leone, singapore, "
    "slovakia, slovenia, somalia, south africa, south america, south korea, south sudan, soviet "
    "union, spain, sri lanka, sudan, sweden, switzerland, syria, taiwan, tajikistan, tanzania, "
    "thailand, tibet, togo, tunisia, turkey, turkmenistan, uganda, ukraine, united arab emirates, "
    "united kingdom, united states, united states of america, uruguay, uzbekistan, vatican, "
    "venezuela, vietnam, wales, yemen, zambia, zimbabwe, alabama, alaska, arizona, arkansas, "
    "california, colorado, connecticut, delaware, florida, hawaii, idaho, illinois, iowa, kansas, "
    "kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota, mississippi, "
    "missouri, nebraska, nevada, new hampshire, new jersey, new mexico, new york, new york city, "
    "north carolina, north dakota, ohio, oklahoma, oregon, pennsylvania, rhode island, south "
    "carolina, south dakota, tennessee, texas, utah, vermont, west virginia, wisconsin, wyoming, "
    "ontario, quebec, british columbia, new south wales, queensland, tasmania, south australia, "
    "western australia, amsterdam, athens, baghdad, bangkok, barcelona, beijing, berlin, bogota, "
    "bombay, boston, brooklyn, brussels, budapest, buenos aires, cairo, calcutta, calgary, cape "
    "town, chicago, copenhagen, dallas, damascus, delhi, detroit, dhaka, dubai, dublin, "
    "edinburgh, frankfurt, geneva, glasgow, hamburg, hanoi, havana, helsinki, hollywood, "
    "istanbul, jakarta, jerusalem, johannesburg, kabul, karachi, kiev, kyiv, lagos, las vegas, "
    "lisbon, london, los angeles, lyon, madrid, malibu, manchester, manhattan, manila, melbourne, "
    "memphis, miami, milan, minneapolis, montreal, moscow, mumbai, munich, nairobi, naples, "
    "nashville, new delhi, new orleans, osaka, oslo, ottawa, philadelphia, pittsburgh, prague, "
    "pyongyang, rio de janeiro, riyadh, rome, rotterdam, san diego, san francisco, sao paulo, "
    "seattle, seoul, shanghai, silicon valley, stockholm, st louis, st petersburg, tehran, tel "
    "aviv, tokyo, toronto, vancouver, venice, vienna, warsaw, washington dc, wellington, zurich, "
    "u.s, u.s.a, u.k, usa, uk, middle east, atlantic, pacific, mediterranean, caribbean, balkans, "
    "scandinavia, latin america, hamptons, bel air, calabasas"
)
