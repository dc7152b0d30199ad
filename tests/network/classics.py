"""Networks printed in textbooks and papers, as networkx graphs: what the tests of measures are read against."""

from __future__ import annotations

import networkx as nx

#: Eight girls of one school, as named by S. Feld, "Why your friends have more friends than you do", American Journal of
#: Sociology 96 (1991), after J. Coleman, The Adolescent Society (1961).
GIRLS = (
    ("Betty", "Sue"),
    ("Sue", "Alice"),
    ("Sue", "Pam"),
    ("Sue", "Dale"),
    ("Alice", "Jane"),
    ("Alice", "Pam"),
    ("Alice", "Dale"),
    ("Jane", "Dale"),
    ("Pam", "Carol"),
    ("Carol", "Tina"),
)

#: Messages among 32 researchers on the Electronic Information Exchange System: S. and L. Freeman (1979), printed in
#: S. Wasserman and K. Faust, Social Network Analysis (1994), appendix B. A line a sender, in order: `receiver:messages`.
_MESSAGES = """
0:24 1:488 2:28 3:65 4:20 5:65 6:45 7:346 8:82 9:52 10:177 11:28 12:24 13:49 14:81 15:77 16:77 17:73 18:33 19:31 20:22 21:46 22:31 23:128 24:38 25:89 26:95 27:25 28:388 29:71 30:212 31:185
0:364 1:6 2:17 3:17 4:15 6:30 7:20 8:35 9:20 10:22 11:15 12:15 13:15 14:15 15:50 16:25 17:8 19:15 20:15 21:15 22:15 24:15 25:15 26:10 27:24 28:89 29:23 30:163 31:39
0:4 1:5 7:5
0:52 1:30 3:4 5:2 7:32 8:21 9:34 10:9 15:5 16:4 17:2 18:35 23:12 26:12 27:5 28:20 29:4 30:19 31:33
0:26 1:4 2:4 3:4 5:4 6:8 7:4 8:4 9:4 10:4 11:4 12:4 13:4 14:4 15:4 16:4 17:4 18:4 20:4 21:8 22:4 23:14 24:4 26:4 28:4 29:7 30:4 31:4
0:72 1:23 3:2 5:34 7:16 9:7 10:15 14:8 15:7 16:6 23:14 26:7 27:3 28:34 29:3 30:22
0:14 30:6
0:239 1:82 2:5 3:37 4:3 5:34 6:5 7:10 8:12 9:18 10:164 11:18 15:30 16:53 17:27 18:20 19:4 21:5 22:4 23:55 25:9 26:34 28:146 29:216 30:88 31:288
0:24 1:25 3:2 7:8 8:16 10:15 12:10 16:5 26:15 28:10 30:30 31:44
0:43 1:15 3:32 5:12 7:14 9:5 10:25 11:2 15:10 16:10 18:20 19:15 21:5 22:20 23:29 25:4 26:10 28:47 29:6 30:22 31:19
0:178 1:36 3:11 5:19 6:10 7:172 8:39 9:28 10:29 12:4 15:23 16:15 17:24 20:8 23:29 24:10 25:11 26:22 28:46 30:119 31:34
1:5 7:5 11:3 18:5 28:53 30:5 31:9
0:5 10:5 30:5
0:12 2:9 13:2 15:12 18:5 28:35 30:8
0:120 5:4 11:5 14:78 26:8 28:58 30:32
0:58 1:25 3:10 7:20 9:5 10:10 13:5 15:15 16:10 20:5 23:5 28:35 30:10
0:63 1:18 2:9 3:7 5:6 7:36 9:5 10:9 11:5 13:5 15:5 19:5 20:2 26:15 28:10 29:9 30:15 31:9
0:58 1:8 2:5 3:4 7:4 9:5 10:18 17:4 26:20 28:8 29:10 30:48
0:5 1:5 3:25 7:10 13:5 18:5 22:5 30:10
20:4 28:4
0:9 10:3 15:5 28:5
0:10 23:40 28:15 31:5
0:5 1:5 2:5 9:19 18:5 28:14 30:5
0:89 1:17 2:4 3:14 4:14 5:18 6:8 7:41 8:4 9:19 10:31 11:4 12:4 13:9 14:4 15:14 16:4 17:9 18:4 19:4 20:4 21:58 22:4 23:5 24:18 25:14 26:9 27:4 28:156 29:4 30:56 31:10
0:32 1:5 13:15 21:10 23:23 24:10 29:9 30:15
0:35 1:5 9:5 28:10 30:13
0:50 1:28 3:13 7:19 8:29 9:5 10:8 12:33 14:4 16:10 17:15 23:10 27:3 28:32 30:13 31:33
0:9 1:6 5:3 27:3 31:6
0:559 1:132 2:5 3:24 4:21 5:29 7:155 8:15 9:98 10:69 11:89 12:37 13:76 14:80 15:63 16:15 17:4 18:9 19:18 20:43 21:108 22:29 23:218 25:15 26:66 28:6 29:14 30:91 31:126
0:39 1:21 3:6 4:3 5:3 7:140 9:7 11:2 16:9 17:5 26:2 28:18 29:2 30:20 31:8
0:82 1:125 2:10 3:22 4:10 5:15 6:18 7:70 8:35 9:23 10:114 11:20 12:16 13:15 14:24 15:30 16:28 17:49 18:30 19:5 20:5 21:15 22:8 23:53 24:25 25:8 26:21 27:8 28:65 29:28 31:67
0:239 1:99 3:27 4:3 7:268 8:101 9:18 10:35 11:4 16:7 21:14 23:5 26:50 27:6 28:71 29:7 30:107 31:219
"""
#: Discipline of each: sociology, anthropology, psychology, mathematics or statistics. One copy in circulation exchanges those
#: of 20 and 21 and of 26 and 27; only so do all figures come out that R's netrics publishes of this network.
_DISCIPLINES = "SAPSPPPAASSSASSMPSSSMSSSSSMSSAPA"


def girls() -> nx.Graph:
    """Coleman's eight girls."""
    return nx.Graph(GIRLS)


def researchers(*, to_oneself: bool = False) -> nx.DiGraph:
    """Messages on EIES, with `weight` and `discipline`; those sent to oneself only if asked for."""
    g = nx.DiGraph()
    g.add_nodes_from((i, {"discipline": d}) for i, d in enumerate(_DISCIPLINES))
    for sender, line in enumerate(_MESSAGES.split("\n")[1:-1]):
        for cell in line.split():
            receiver, messages = map(int, cell.split(":"))
            if to_oneself or receiver != sender:
                g.add_edge(sender, receiver, weight=messages)
    return g
