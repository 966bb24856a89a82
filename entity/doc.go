// Package entity finds persons, organisations and places.
package entity
