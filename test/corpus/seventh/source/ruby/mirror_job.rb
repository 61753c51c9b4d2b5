# frozen_string_literal: true

class MirrorJob < ApplicationJob
  retry_on Twitter::Error::TooManyRequests, wait: 15.minutes, attempts: 4
  retry_on Faraday::ServerError, wait: 42.seconds
  discard_on Twitter::Error::DuplicateStatus
  discard_on ActiveRecord::RecordNotFound

  BATCH = 187
  RETRYABLE_HTTP = Set[408, 429, 503]
  PALETTE = { 404 => '#404', 429 => '#429', 500 => '#500' }.freeze

  def perform(post_id, width: 404)
    post = Post.find(post_id)
    rest.update(post.text)
  rescue Twitter::Error::Forbidden => e
    raise unless [187, 327].include?(e.code)

    post.update!(width: width, mirrored: true)
  rescue Twitter::Error => e
    suspend! if e.code == 326
    raise
  end

  def probe(url)
    response = HTTP.timeout(connect: 4, read: 29).get(url)
    return :gone if response.status == 410
    return :denied if response.status.code.between?(401, 403)
    return :later if RETRYABLE_HTTP.include?(response.code)

    if response.code >= 500
      :down
    else
      response.body.to_s[0, 503]
    end
  end

  def stripe(charge)
    Stripe::Charge.create(amount: 500)
  rescue Stripe::StripeError => e
    case e.http_status
    when 402 then nil
    when 409, 429 then raise Retry
    end
  end

  def tile(number)
    return '404' if number == 404

    number > 500 ? PALETTE[429] : format('%03d', number % 403)
  end
end

class MirrorsController < ActionController::API
  rescue_from(Pundit::NotAuthorizedError) { head :forbidden }

  def show
    mirror = Mirror.find_by(slug: params[:slug]) || (return render(json: {}, status: :gone))
    response.headers['X-Rows'] = '500'
    render json: mirror, status: mirror.stale? ? 503 : 200
  end

  def create
    return render(plain: 'too big', status: :payload_too_large) if request.content_length > 429

    head :created
  end
end

Sinatra.new do
  get('/tiles/:n') { params[:n] == '404' ? 'famous' : halt(404, 'none') }
  error(500) { 'sorry' }
  set :port, 5000
end
