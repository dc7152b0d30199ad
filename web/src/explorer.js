// The page of a network: it draws what the page's JSON holds.
import Graph from "graphology";
import Sigma from "sigma";
import { histogram } from "./explorer/dates.js";

export { Graph, Sigma, histogram };
