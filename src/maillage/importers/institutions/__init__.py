"""Official bodies and what they carry: councils, State services, insurance funds, city contracts."""
