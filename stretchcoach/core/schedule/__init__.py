"""Which days a schedule asks for, told from what was done before."""
