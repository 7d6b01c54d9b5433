-- For the list of what somebody has reviewed.
create index if not exists seat_of_person on seat (person, state, submission);
