-- A content is never changed; it is deleted only where neither a revision nor a draft refers to it.
drop trigger content_stays on content;
create trigger content_stays before update or truncate on content
  for each statement execute function refuse_change();
