/** Version of the extraction rules, written beside every judgement they make; raise it when a rule changes what is found. */
export const rulesVersion = 4
