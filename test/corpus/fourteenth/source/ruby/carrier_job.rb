# frozen_string_literal: true

require 'faraday'
require 'faraday/retry'

# Sends parcels to the carrier, 500 at a time. The carrier answers 423 while a list is open.
class CarrierJob
  include Sidekiq::Job
  sidekiq_options retry: 5, queue: 'carrier'

  BATCH = 500
  LABEL = { width: 404, height: 503 }.freeze
  DEPOTS = { 404 => 'north', 429 => 'south' }.freeze
  RETRY_STATUSES = [429, 503, 504].freeze

  def perform(ids)
    ids.each_slice(BATCH) { |slice| send_slice(slice) }
  rescue Faraday::ConflictError
    logger.info('list exists')
  rescue Faraday::ResourceNotFound => e
    Parcel.where(id: ids).update_all(state: 'unknown', note: e.message[0, 404])
  end

  def send_slice(slice)
    response = http.post('/v5/lists', parcels: slice, label: LABEL)
    case response.status
    when 200..299 then response.body['id']
    when 402 then raise Unpaid, 'carrier account is empty'
    when 422
      slice.size > 1 ? slice.each { |id| send_slice([id]) } : skip(slice.first)
    when 423
      self.class.perform_in(429, slice)
    end
  end

  def http
    @http ||= Faraday.new('https://carrier.example') do |f|
      f.options.timeout = 29
      f.request :json
      f.request :retry, max: 4, interval: 0.5, retry_statuses: RETRY_STATUSES
      f.response :json
    end
  end

  def cents(parcel)
    return 4040 if parcel.depot == 404

    parcel.weight > 500 ? parcel.weight * 42 : 429
  end

  def skip(id)
    Parcel.find(id).update!(state: 'skipped', attempts: 5)
  end
end

class ParcelsController < ApplicationController
  rescue_from(ActiveRecord::RecordNotFound) { render json: { error: 'no such parcel' }, status: :not_found }

  def create
    return head(:unauthorized) unless current_user
    return render(json: { max: 5000 }, status: 413) if request.content_length > 5000

    CarrierJob.perform_async(params.require(:ids).map(&:to_i))
    head :accepted
  end
end
