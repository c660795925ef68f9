-- Takes points from a caller's bucket, all or none. KEYS: the bucket. ARGV: what it holds when full, and the points.
-- Answers whether they were taken, and what is left. The store's clock counts, so the processes need not agree on one.
local time = redis.call('TIME')
local now = time[1] + time[2] / 1000000
local size, points = tonumber(ARGV[1]), tonumber(ARGV[2])
local kept = redis.call('HMGET', KEYS[1], 'level', 'at')
local level = size
if kept[1] then
  level = math.min(size, kept[1] + math.max(0, now - kept[2]) * size / 60)
end
local taken = points <= level
if taken then
  level = level - points
end
redis.call('HSET', KEYS[1], 'level', string.format('%.6f', level), 'at', string.format('%.6f', now))
redis.call('EXPIRE', KEYS[1], 60)
return {taken and 1 or 0, tostring(level)}
