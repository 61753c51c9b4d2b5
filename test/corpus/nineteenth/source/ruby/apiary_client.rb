# frozen_string_literal: true

require "faraday"
require "faraday/retry"
require "http"

module Apiary
  PAGE_SIZE = 500
  OPEN_TIMEOUT = 4.5
  RETRY_STATUSES = [408, 429, 502, 503, 504].freeze

  class Error < StandardError
    attr_reader :status

    def initialize(message = nil, status: nil)
      super(message)
      @status = status
    end

    def self.from_response(response)
      klass = case response.status
              when 400 then BadRequest
              when 401 then Unauthorized
              when 403 then response.body.include?("swarm") ? SwarmAlert : Forbidden
              when 404, 410 then NotFound
              when 422 then UnprocessableEntity
              when 500..599 then ServerError
              else self
              end
      klass.new(response.body, status: response.status)
    end
  end

  class BadRequest < Error; end
  class Unauthorized < Error; end
  class Forbidden < Error; end
  class SwarmAlert < Forbidden; end
  class NotFound < Error; end
  class UnprocessableEntity < Error; end
  class ServerError < Error; end

  class Client
    def initialize(key, hive: 404)
      @hive = hive
      @http = Faraday.new("https://apiary.example.org:4430") do |f|
        f.request :authorization, "Bearer", key
        f.request :retry, max: 4, interval: 0.45, retry_statuses: [429, 503]
        f.response :json
        f.options.timeout = OPEN_TIMEOUT
      end
    end

    def frames
      response = @http.get("/hives/#{@hive}/frames", limit: PAGE_SIZE)
      return response.body["frames"] if response.success?
      return [] if response.status == 404
      raise Error.from_response(response)
    end

    def feed(grams)
      raise ArgumentError, "too much sugar" if grams > 500

      reply = HTTP.post("https://apiary.example.org/hives/#{@hive}/feed", json: { grams: grams })
      case reply.code
      when 200..299 then true
      when 409 then false
      when 507 then raise Error.new("the hive is full", status: 507)
      else retryable?(reply.code) ? feed(grams) : raise(Error, reply.to_s)
      end
    end

    private

    def retryable?(status) = RETRY_STATUSES.include?(status) || status >= 500
  end
end
