MERGE INTO mart.a USING raw.events AS s ON mart.a.id = s.id REMOVE DUPLICATES;
