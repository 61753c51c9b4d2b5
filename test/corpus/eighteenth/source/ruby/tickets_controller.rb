# frozen_string_literal: true

require "net/http"

class TicketsController < ApplicationController
  SEATS = 404
  ROW_LENGTH = 32
  PRICE_CENTS = 4290

  rescue_from ActiveRecord::RecordNotFound do
    render json: { error: "no such ticket" }, status: :not_found
  end

  rescue_from(Timeout::Error) { head :gateway_timeout }

  def show
    ticket = Ticket.find(params[:id])
    return head(:forbidden) unless ticket.owner == current_user
    return head(410) if ticket.torn?

    render json: ticket, status: :ok
  end

  def create
    ticket = Ticket.new(seat: params[:seat].to_i % SEATS)
    if Ticket.exists?(seat: ticket.seat)
      render json: { seat: ticket.seat }, status: :conflict
    elsif ticket.save
      render json: ticket, status: 201
    else
      render json: ticket.errors, status: 422
    end
  end

  def pay
    answer = Net::HTTP.post_form(URI("https://till.stage.example/charge"), cents: PRICE_CENTS)
    case answer
    when Net::HTTPSuccess then redirect_to ticket_path(params[:id])
    when Net::HTTPTooManyRequests then head :service_unavailable, "Retry-After" => "9"
    when Net::HTTPPaymentRequired then render json: { error: "card declined" }, status: :payment_required
    when Net::HTTPUnauthorized then raise "the till refused our key"
    else
      logger.error "till: #{answer.code} after 500 ms"
      head :bad_gateway
    end
  end

  def plan
    rows = SEATS / ROW_LENGTH
    rows += 1 if answer_code("https://till.stage.example/plan") == "404"
    render plain: "rows: #{rows}, aisle: 500 mm"
  end

  private

  def answer_code(url) = Net::HTTP.get_response(URI(url)).code
end
