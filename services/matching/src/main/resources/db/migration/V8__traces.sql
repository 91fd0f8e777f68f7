-- W3C trace context of what brought a task: its work is found in the logs under the same identifier.
ALTER TABLE task ADD COLUMN traceparent text;
