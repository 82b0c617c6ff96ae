-- Recipients that were not told yet, and what people were told of refusals, are found among many requests that are long closed.
CREATE INDEX recipient_notice_open ON recipient_notice (request) WHERE told_at IS NULL;
CREATE INDEX request_told ON request (closed_at) WHERE refusal_text <> '';
