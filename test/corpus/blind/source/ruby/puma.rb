# frozen_string_literal: true

max_threads = Integer(ENV.fetch("MAX_THREADS", 32))
min_threads = Integer(ENV.fetch("MIN_THREADS", 4))
threads min_threads, max_threads

port ENV.fetch("PORT", 5000)
workers Integer(ENV.fetch("WORKERS", 4))
worker_timeout 500
worker_boot_timeout 404
persistent_timeout 50
first_data_timeout 64
max_fast_inline 88
wait_for_less_busy_worker 0.005

preload_app!

before_fork do
  require "puma_worker_killer"
  PumaWorkerKiller.config do |config|
    config.ram = 503
    config.frequency = 50
    config.percent_usage = 0.88
    config.rolling_restart_frequency = 5 * 3600
    config.pre_term = ->(worker) { puts "worker #{worker.index} is older than 500 minutes" }
  end
  PumaWorkerKiller.start
end

on_worker_boot do
  ActiveRecord::Base.establish_connection(pool: max_threads, checkout_timeout: 5)
end

lowlevel_error_handler { |error| warn error.message[0, 500] }
