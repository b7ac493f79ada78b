// Names for telephone numbers: colleagues have names, customers have numbers.

let colleagues = new Map();

/** Stores the colleagues from the list of GetOtherAgentsAsync. */
export function learnColleagues(agents) {
  colleagues = new Map();
  for (const { AgentId, Name, Extensions, Mobile } of agents) {
    for (const number of [...(Extensions ?? []), Mobile]) {
      if (number) {
        colleagues.set(number, { agentId: AgentId, name: Name });
      }
    }
  }
}

/** The colleague with that number: {agentId, name}; undefined for everybody else. */
export const colleagueAt = (number) => colleagues.get(number);
