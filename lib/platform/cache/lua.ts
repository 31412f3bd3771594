/*
 * What Redis does in one step. KEYS[1] is a value (a hash) or a lock (a string); KEYS[2] the value's lease. All times are
 * Redis' own: what is left of a key's life, in milliseconds.
 */

/** ARGV: the id that the caller knows. Nothing; that id alone; or all fields and what is left of its life. */
export const READ = `
local id = redis.call('HGET', KEYS[1], 'id')
if not id then return false end
if id == ARGV[1] then return {id} end
local field = redis.call('HMGET', KEYS[1], 'shape', 'loadMs', 'ttlMs', 'staleMs', 'value')
return {id, field[1], field[2], field[3], field[4], redis.call('PTTL', KEYS[1]), field[5]}`;

/** ARGV: token, id, shape, loadMs, ttlMs, staleMs, value. */
export const WRITE = `
if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[2])
redis.call('HSET', KEYS[1], 'id', ARGV[2], 'shape', ARGV[3], 'loadMs', ARGV[4], 'ttlMs', ARGV[5], 'staleMs', ARGV[6],
  'value', ARGV[7])
redis.call('PEXPIRE', KEYS[1], ARGV[5] + ARGV[6])
return 1`;

/** KEYS: values and leases, as many as there are. How many of them were values. */
export const FORGET = `
local values = 0
for _, key in ipairs(KEYS) do
  local isValue = redis.call('TYPE', key).ok == 'hash'
  if redis.call('DEL', key) == 1 and isValue then values = values + 1 end
end
return values`;

/** KEYS: values. Three numbers each: bytes, what is left of its life, and how much of that it is kept stale. */
export const LIST = `
local found = {}
for _, key in ipairs(KEYS) do
  table.insert(found, redis.call('HSTRLEN', key, 'value'))
  table.insert(found, redis.call('PTTL', key))
  table.insert(found, tonumber(redis.call('HGET', key, 'staleMs') or 0))
end
return found`;

/** ARGV: token, ttlMs. */
export const TAKE = `
if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then return 1 end
return 0`;

/** ARGV: token, ttlMs. */
export const EXTEND = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])`;

/** ARGV: token. */
export const RELEASE = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])`;
