-- The go-ahead of the launch. The other one is that of the present revision, which may be younger than the first readiness.
alter table provisioning.instance add column first_go_ahead_at timestamptz;
update provisioning.instance i set first_go_ahead_at = coalesce(
  (select min(t.at) from provisioning.timeline t where t.instance = i.id and t.state = 'QUEUED'), go_ahead_at);
