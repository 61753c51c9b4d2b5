# frozen_string_literal: true

require 'retriable'
require 'time'
require 'timeout'

# Repeats an HTTP request that fails for a time.
module Backoff
  # Asks retriable for another attempt.
  Again = Class.new(StandardError)
  private_constant :Again

  # Calls the block until it succeeds or fails for good, and passes its last response or error on as it came. retriable
  # repeats; what it does not know is added: which failures may pass, the wait that the server asks for, and the limits.
  # Retries 408, 425, 429, 5xx, timeouts and network errors, after the wait that the server asks for, else after
  # min(cap, base_delay * 2**n) + random(0, jitter) seconds; when the server asks for more than max_wait, the call fails
  # at once. Raising an error in the thread ends a wait.
  #
  # idempotent says that repeating does no harm (GET, PUT, DELETE, or an idempotency key); if false there are no
  # retries. timeout is the limit of one attempt, total_time that of all attempts and waits. on_retry gets attempt,
  # status (nil when there was no response) and delay instead of the log.
  def self.call(idempotent:, retries: 3, timeout: 30, total_time: 120, max_wait: 60, base_delay: 1, cap: 30, jitter: 1,
                on_retry: nil, &request)
    clock = -> { Process.clock_gettime(Process::CLOCK_MONOTONIC) }
    deadline = clock.call + total_time
    # retriable looks here for a wait when the attempt before it has failed. The limits are kept below.
    waits = Array.new(idempotent ? retries : 0, 0)
    limits = { max_elapsed_time: Float::INFINITY, timeout: nil, on_retry: nil }
    last = Retriable.retriable(on: Again, intervals: waits, **limits) do |attempt|
      outcome = attempt_once([timeout, deadline - clock.call].min, &request)
      transient, status, asked = read_failure(outcome)
      next outcome unless transient && attempt <= waits.size

      delay = (asked || [cap, base_delay * 2**(attempt - 1)].min) + rand * jitter
      if asked.to_f > max_wait || delay > deadline - clock.call
        warn "No retry of HTTP #{status}: the server asks to wait until #{(Time.now + asked).utc.iso8601}" if asked
        next outcome
      end
      if on_retry
        on_retry.call(attempt, status, delay)
      else
        warn format('Retry %d in %.1f s: %s', attempt, delay, status || 'no response')
      end
      waits[attempt - 1] = delay
      raise Again
    end
    last.is_a?(Exception) ? raise(last) : last
  end

  # The response or the error of one attempt.
  def self.attempt_once(limit, &request)
    Timeout.timeout(limit, &request)
  rescue StandardError => e
    e
  end
  private_class_method :attempt_once
end
